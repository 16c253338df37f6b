import { groupOf, SIDE, type RegionPairs, type Side } from '../fold/regionPairs';
import type { Counts, Ranking, RegionPairRow } from '../summary';
import type { SummaryFold } from '../summaryFold';
import { countsOf, sorted } from './rankings';
import { countsIn, NOTHING, sumOf } from './tallyRows';

const SIDES: readonly Side[] = [SIDE.source, SIDE.destination, SIDE.other];
const SIDE_NAMES = ['source', 'destination', 'elsewhere'] as const;

/** What one point recorded of a region pair's traffic. */
export interface CountedSide {
  readonly side: Side;
  readonly counted: Counts;
  /** The first line of the pair, wherever it was recorded. */
  readonly line: number;
}

/** The point whose records tell a region pair's traffic: that with the most bytes. */
export function countedSide(pairs: RegionPairs, pair: number): CountedSide {
  const sums = SIDES.map(side => ({ side, counted: sumAt(pairs, pair, side) }));
  const most = sums.reduce((best, next) => {
    const more = next.counted.bytes - best.counted.bytes;
    return more > 0 || (more === 0 && next.counted.records > best.counted.records) ? next : best;
  });
  return {
    ...most,
    line: sumOf(
      pairs.figures,
      SIDES.flatMap(side => groupsAt(pair, side)),
    ).line,
  };
}

/** The region pairs, the figures of each as recorded and as one of its two points has them. */
export function regionRanking({ regionPairs, books, totals, options }: SummaryFold) {
  const seconds = totals.end - totals.start;
  const rows = Array.from({ length: regionPairs.names.length / 2 }, (_, pair): RegionPairRow => {
    const source = books.names.text(regionPairs.names[pair * 2]!);
    const destination = books.names.text(regionPairs.names[pair * 2 + 1]!);
    const { side, counted } = countedSide(regionPairs, pair);
    const throttled = countsIn(sumOf(regionPairs.figures, [groupOf(pair, side, true)]));
    const recorded = (at: Side) => sumAt(regionPairs, pair, at).records > 0;
    return {
      key: `${source} → ${destination}`,
      source,
      destination,
      ...sumOf(
        regionPairs.figures,
        SIDES.flatMap(at => groupsAt(pair, at)),
      ),
      countedAt: SIDE_NAMES[side],
      counted,
      throttled,
      throttledShare: countsOf(metric => share(throttled[metric], counted[metric])),
      bitsPerSecond: seconds > 0 ? (counted.bytes * 8) / seconds : null,
      packetsPerSecond: seconds > 0 ? counted.packets / seconds : null,
      seenAtBothRegions: recorded(SIDE.source) && recorded(SIDE.destination),
      filter: { sourceRegion: source, destinationRegion: destination },
    };
  }).filter(({ records }) => records > 0);
  const { others } = regionPairs;
  const exact = others.records(0) === 0;
  const tops = countsOf(metric => sorted(rows, metric).slice(0, options.top));
  const listed = new Set([...tops.records, ...tops.packets, ...tops.bytes]);
  const ranking: Ranking<RegionPairRow> = {
    rows: sorted([...listed], options.by),
    keys: rows.length,
    keysExact: exact,
    exact: countsOf(() => exact),
    outside: exact
      ? countsOf(metric => floorOf(tops[metric], metric, options.top))
      : countsIn(sumOf(others, [0])),
  };
  return ranking;
}

function floorOf(rows: readonly RegionPairRow[], metric: keyof Counts, top: number): number {
  return rows.length < top ? NOTHING[metric] : rows.at(-1)![metric];
}

function groupsAt(pair: number, side: Side): number[] {
  return [groupOf(pair, side, false), groupOf(pair, side, true)];
}

function sumAt({ figures }: RegionPairs, pair: number, side: Side): Counts {
  return countsIn(sumOf(figures, groupsAt(pair, side)));
}

function share(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}
