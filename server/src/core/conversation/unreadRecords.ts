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

/**
 * Records of one observation point that pairing cannot use: any may be what another one lacks. Once
 * one was not kept, its whole time is in doubt.
 */
export class UnreadRecords {
  private readonly records: Unread[] = [];
  private notKept: number | undefined;
  private longest = 0;
  private isSorted = true;

  add(record: Unread, isKept: boolean): void {
    if (!isKept) {
      this.notKept ??= record.line;
      return;
    }
    this.records.push(record);
    this.longest = Math.max(this.longest, record.to - record.from);
    this.isSorted = false;
  }

  /** The line of a record that may be one between two addresses, in that time; undefined if none is. */
  lineBetween(
    ends: readonly [number, number],
    v6: boolean,
    from: number,
    to: number,
  ): number | undefined {
    this.sort();
    const { records, longest } = this;
    let low = 0;
    let high = records.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (records[middle]!.from < from - longest) low = middle + 1;
      else high = middle;
    }
    for (let i = low; i < records.length && records[i]!.from <= to; i++) {
      if (records[i]!.to >= from && mayBeBetween(records[i]!, ends, v6)) return records[i]!.line;
    }
    return this.notKept;
  }

  private sort(): void {
    if (!this.isSorted) this.records.sort((x, y) => x.from - y.from);
    this.isSorted = true;
  }
}

function mayBeBetween(
  { source, destination, ...record }: Unread,
  ends: readonly [number, number],
  v6: boolean,
): boolean {
  const isEnd = (address: number) => address < 0 || (record.v6 === v6 && ends.includes(address));
  return isEnd(source) && isEnd(destination);
}
