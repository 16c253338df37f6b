import type { Counts, Ranking, RegionPairRow } from '../summary';
import type { SummaryFold } from '../summaryFold';
import { countsOf, sorted } from './rankings';
import { regionTraffic, type RegionTraffic } from './regionSides';
import { countsIn, NOTHING, sumOf } from './tallyRows';

const SIDE_NAMES = ['source', 'destination', 'elsewhere'] as const;

/** The region pairs, the figures of each as recorded and as one side of each CCN has them. */
export function regionRanking({ regionPairs, books, totals, options }: SummaryFold) {
  const seconds = totals.end - totals.start;
  const rows = regionTraffic(regionPairs).map((traffic): RegionPairRow => {
    const source = books.names.text(traffic.source);
    const destination = books.names.text(traffic.destination);
    const { recorded, counted, throttled, throttledOf, atBoth } = traffic;
    return {
      key: `${source} → ${destination}`,
      source,
      destination,
      ...recorded,
      countedAt: sideName(traffic),
      counted,
      throttled,
      throttledShare: countsOf(metric => share(throttled[metric], throttledOf[metric])),
      bitsPerSecond: seconds > 0 ? (counted.bytes * 8) / seconds : null,
      packetsPerSecond: seconds > 0 ? counted.packets / seconds : null,
      seenAtBothRegions: atBoth,
      filter: { sourceRegion: source, destinationRegion: destination },
    };
  });
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

function sideName({ sides }: RegionTraffic): RegionPairRow['countedAt'] {
  const [[, first]] = sides as [RegionTraffic['sides'][number]];
  return sides.every(([, side]) => side === first) ? SIDE_NAMES[first] : 'several';
}

function floorOf(rows: readonly RegionPairRow[], metric: keyof Counts, top: number): number {
  return rows.length < top ? NOTHING[metric] : rows.at(-1)![metric];
}

function share(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}
