import { groupOf, SIDE, type RegionPairs, type Side } from '../fold/regionPairs';
import type { Counts } from '../summary';
import { countsIn, sumOf } from './tallyRows';

const SIDES: readonly Side[] = [SIDE.source, SIDE.destination, SIDE.other];

/** The traffic of two regions over all CCNs, each counted on the side that recorded most of it. */
export interface RegionTraffic {
  /** The two regions, as numbers of names. */
  readonly source: number;
  readonly destination: number;
  /** All records, on whichever side they were made, and the first of their lines. */
  readonly recorded: Counts & { readonly line: number };
  readonly counted: Counts;
  /** For each CCN, as the number of its name, the side that is counted. */
  readonly sides: readonly (readonly [ccn: number, side: Side])[];
  /** Throttled on the side that recorded most of that, and all that was recorded there. */
  readonly throttled: Counts;
  readonly throttledOf: Counts;
  /** Some CCN has records of both regions. */
  readonly atBoth: boolean;
}

/** The traffic of each two regions, in the order in which they came. */
export function regionTraffic(pairs: RegionPairs): RegionTraffic[] {
  const found = new Map<string, RegionTraffic>();
  for (let pair = 0; pair < pairs.size; pair++) {
    const own = trafficOf(pairs, pair);
    const key = `${own.source} ${own.destination}`;
    const known = found.get(key);
    found.set(key, known ? joined(known, own) : own);
  }
  return [...found.values()];
}

/** What the records of one CCN tell. */
function trafficOf(pairs: RegionPairs, pair: number): RegionTraffic {
  const [ccn, source, destination] = pairs.namesOf(pair);
  const counted = largest(side => at(pairs, groupsAt(pair, side)));
  const refused = largest(side => at(pairs, [groupOf(pair, side, true)]));
  const throttling = refused.figures.records > 0 ? refused.side : counted.side;
  const hasRecords = (side: Side) => at(pairs, groupsAt(pair, side)).records > 0;
  return {
    ...{ source, destination },
    recorded: sumOf(
      pairs.figures,
      SIDES.flatMap(side => groupsAt(pair, side)),
    ),
    counted: counted.figures,
    sides: [[ccn, counted.side]],
    throttled: refused.figures,
    throttledOf: at(pairs, groupsAt(pair, throttling)),
    atBoth: hasRecords(SIDE.source) && hasRecords(SIDE.destination),
  };
}

function joined(one: RegionTraffic, other: RegionTraffic): RegionTraffic {
  return {
    ...one,
    recorded: {
      ...sum(one.recorded, other.recorded),
      line: Math.min(one.recorded.line, other.recorded.line),
    },
    counted: sum(one.counted, other.counted),
    sides: [...one.sides, ...other.sides],
    throttled: sum(one.throttled, other.throttled),
    throttledOf: sum(one.throttledOf, other.throttledOf),
    atBoth: one.atBoth || other.atBoth,
  };
}

/** The side with the most bytes; of equal ones that with the most records, then the first. */
function largest(of: (side: Side) => Counts): { side: Side; figures: Counts } {
  return SIDES.map(side => ({ side, figures: of(side) })).reduce((best, next) => {
    const more = next.figures.bytes - best.figures.bytes;
    const isMore = more > 0 || (more === 0 && next.figures.records > best.figures.records);
    return isMore ? next : best;
  });
}

function groupsAt(pair: number, side: Side): number[] {
  return [groupOf(pair, side, false), groupOf(pair, side, true)];
}

function at({ figures }: RegionPairs, groups: readonly number[]): Counts {
  return countsIn(sumOf(figures, groups));
}

function sum(one: Counts, other: Counts): Counts {
  return {
    records: one.records + other.records,
    packets: one.packets + other.packets,
    bytes: one.bytes + other.bytes,
  };
}
