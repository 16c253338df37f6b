import type { LineRuns } from '../../fold/lineRuns';
import { NO_NAME, ACTION, type Columns } from '../../scan/columns';
import type { Batch } from './batch';
import { NameTriples } from './nameTriples';
import { Tally } from './tally';

/** Where records of a region pair were made: in the source's region, the destination's, elsewhere. */
export const SIDE = { source: 0, destination: 1, other: 2 } as const;
export type Side = (typeof SIDE)[keyof typeof SIDE];
export const SIDES = 3;

/** Names of a pair: CCN, source region, destination region. */
const NAMES = 3;

/** Region pairs of all CCNs are a few hundred; a log with more than this is not of this cloud. */
export const MOST_REGION_PAIRS = 4096;

/** What a thread hands on of the region pairs. */
export interface RegionPairsData {
  readonly names: Int32Array;
  readonly figures: Float64Array;
  readonly others: Float64Array;
}

/**
 * Exact sums of cross-region records by CCN, source and destination region: one CCN may be recorded
 * at the source, another at the destination.
 */
export class RegionPairs {
  /** CCN, source and destination region of each pair, as numbers of names. */
  readonly names: number[] = [];
  /** Figures by pair, side and whether refused: `(pair * 3 + side) * 2 + refused`. */
  readonly figures = new Tally(64);
  /** One group: the records of pairs that there was no room for. */
  readonly others = new Tally(1);
  private readonly places = new NameTriples();

  add(batch: Batch, { action }: Columns): void {
    const { ccn, point, rows, region, srcRegion, dstRegion, packets, bytes, lines } = batch;
    for (let n = 0; n < ccn.count; n++) {
      const i = ccn.places[n]!;
      const [from, to] = [srcRegion[i]!, dstRegion[i]!];
      if (from === NO_NAME || to === NO_NAME) continue;
      const pair = this.pairOf(point.a[i]!, from, to);
      if (pair < 0) {
        this.others.add(0, packets[i]!, bytes[i]!, lines[i]!);
        continue;
      }
      const side = sideOf(region[i]!, from, to);
      const group = groupOf(pair, side, action[rows[i]!] === ACTION.reject);
      this.figures.add(group, packets[i]!, bytes[i]!, lines[i]!);
    }
  }

  data(): RegionPairsData {
    return {
      names: Int32Array.from(this.names),
      figures: this.figures.values.slice(0, this.size * SIDES * 2 * 4),
      others: this.others.values.slice(),
    };
  }

  merge(
    { names, figures, others }: RegionPairsData,
    nameOf: (name: number) => number,
    runs: LineRuns,
  ) {
    for (let from = 0; from * NAMES < names.length; from++) {
      const [ccn, source, destination] = namesOf(names, from);
      const pair = this.pairOf(nameOf(ccn), nameOf(source), nameOf(destination));
      for (let i = 0; i < SIDES * 2; i++) {
        const group = from * SIDES * 2 + i;
        if (pair < 0) this.others.addGroup(0, figures, group, runs);
        else this.figures.addGroup(pair * SIDES * 2 + i, figures, group, runs);
      }
    }
    this.others.merge(others, runs);
  }

  markNames(marked: Uint8Array): void {
    for (const name of this.names) marked[name] = 1;
  }

  renumberNames(numbers: Int32Array): void {
    this.places.clear();
    this.names.forEach((name, i) => (this.names[i] = numbers[name]!));
    for (let pair = 0; pair < this.size; pair++) {
      this.places.set(...namesOf(this.names, pair), pair);
    }
  }

  /** How many pairs there are. */
  get size(): number {
    return this.names.length / NAMES;
  }

  /** CCN, source and destination region of a pair. */
  namesOf(pair: number): Names {
    return namesOf(this.names, pair);
  }

  /** The number of a pair; -1 if there is no room for it. */
  pairOf(ccn: number, from: number, to: number): number {
    const known = this.places.get(ccn, from, to);
    if (known !== undefined) return known;
    const pair = this.size;
    if (pair === MOST_REGION_PAIRS) return -1;
    this.names.push(ccn, from, to);
    this.places.set(ccn, from, to, pair);
    this.figures.grow((pair + 1) * SIDES * 2);
    return pair;
  }
}

/** The group of a pair's records that were made on a side, refused or not. */
export function groupOf(pair: number, side: Side, refused: boolean): number {
  return (pair * SIDES + side) * 2 + (refused ? 1 : 0);
}

export function sideOf(region: number, from: number, to: number): Side {
  if (region === from) return SIDE.source;
  return region === to ? SIDE.destination : SIDE.other;
}

type Names = [ccn: number, source: number, destination: number];

function namesOf(names: ArrayLike<number>, pair: number): Names {
  const at = pair * NAMES;
  return [names[at]!, names[at + 1]!, names[at + 2]!];
}
