import type { Stretch } from './coverage';

/** A record that pairing cannot use, as far as it can be read; an address that cannot is -1. */
export interface Unread extends Stretch {
  readonly line: number;
  readonly v6: boolean;
  readonly source: number;
  readonly destination: number;
}

/** Records of a log that are kept, at all observation points together. */
export const MOST_UNREAD = 100_000;
/** Records that are kept of those that do not name their place. */
export const MOST_UNPLACED = 1000;
const UNKNOWN = -1;

/**
 * Records of one observation point that pairing cannot use: any may be what another one lacks. Once
 * one was not kept, its whole time is in doubt.
 */
export class UnreadRecords {
  /** By the two addresses, as far as they are known. */
  private readonly byEnds = new Map<string, Stretches>();
  private notKept: number | undefined;

  add(record: Unread, isKept: boolean): void {
    if (!isKept) {
      this.notKept ??= record.line;
      return;
    }
    const key = keyOf(record.v6, record.source, record.destination);
    let stretches = this.byEnds.get(key);
    if (!stretches) this.byEnds.set(key, (stretches = new Stretches()));
    stretches.add(record);
  }

  /** The line of a record that may be one between two addresses, in that time; undefined if none is. */
  lineBetween(
    [first, second]: readonly [number, number],
    v6: boolean,
    from: number,
    to: number,
  ): number | undefined {
    if (this.byEnds.size > 0) {
      const ends = [
        [first, second],
        [first, UNKNOWN],
        [second, UNKNOWN],
        [UNKNOWN, UNKNOWN],
      ] as const;
      for (const [one, other] of ends) {
        const line = this.byEnds.get(keyOf(v6, one, other))?.lineIn(from, to);
        if (line !== undefined) return line;
      }
    }
    return this.notKept;
  }
}

/** The same for either direction; of whose addresses nothing is known the family is not either. */
function keyOf(v6: boolean, source: number, destination: number): string {
  const [low, high] = source < destination ? [source, destination] : [destination, source];
  return `${high === UNKNOWN ? '' : v6 ? 6 : 4} ${low} ${high}`;
}

/** Stretches of time with their lines, of which one is found that shares a second with another. */
class Stretches {
  private readonly all: Unread[] = [];
  /** By number in order of beginnings: which one up to there ends last. */
  private lastEnding: Unread[] | undefined;

  add(record: Unread): void {
    this.all.push(record);
    this.lastEnding = undefined;
  }

  lineIn(from: number, to: number): number | undefined {
    const lastEnding = (this.lastEnding ??= this.sort());
    let low = 0;
    let high = this.all.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.all[middle]!.from <= to) low = middle + 1;
      else high = middle;
    }
    const last = lastEnding[low - 1];
    return last && last.to >= from ? last.line : undefined;
  }

  private sort(): Unread[] {
    let last: Unread | undefined;
    this.all.sort((x, y) => x.from - y.from);
    return this.all.map(record => (last = !last || record.to > last.to ? record : last));
  }
}
