import { typeOf, type IcmpReader } from './icmpRole';
import type { RecordReader } from './recordReader';

/** What an ICMP error reports, as far as it matters to a conversation. */
export type ErrorMeaning = 'closed port' | 'filtered' | 'other';

/** Errors of one meaning that one address sent to another at one observation point. */
export interface IcmpErrorCount {
  readonly point: number;
  readonly v6: boolean;
  readonly source: number;
  readonly destination: number;
  readonly meaning: ErrorMeaning;
  /** Type and code of the first. */
  readonly type: number;
  readonly code: number;
  readonly line: number;
  first: number;
  last: number;
  records: number;
  /** Some of them were refused themselves. */
  refused: boolean;
}

/** Administrative refusals: RFC 792 and RFC 1812 (codes 9, 10, 13), RFC 4443 (codes 1, 5, 6). */
const FILTERED: Readonly<Record<number, readonly number[]>> = { 1: [9, 10, 13], 58: [1, 5, 6] };
/** Unreachable: type 3 of ICMP, type 1 of ICMPv6; the code for a port that nothing listens on. */
const UNREACHABLE: Readonly<Record<number, number>> = { 1: 3, 58: 1 };
const CLOSED: Readonly<Record<number, number>> = { 1: 3, 58: 4 };
/** Pairs of addresses whose errors are kept apart. */
const MOST = 100_000;

/** The ICMP errors of a log: evidence for conversations between the same addresses. */
export class IcmpErrors {
  private readonly counts = new Map<string, IcmpErrorCount>();

  constructor(private readonly icmp: IcmpReader) {}

  add(record: RecordReader, line: number): void {
    const { point, v6, source, destination, start, end, protocol, dstPort } = record;
    const type = typeOf(this.icmp.read(protocol as 1 | 58, dstPort));
    const code = dstPort >>> 8 === type ? dstPort & 255 : dstPort >>> 8;
    const meaning = meaningOf(protocol, type, code);
    const key = keyOf(point, v6, source, destination, meaning);
    const known = this.counts.get(key);
    if (known) {
      known.first = Math.min(known.first, start);
      known.last = Math.max(known.last, end);
      known.records++;
      known.refused ||= !record.accepted;
    } else if (this.counts.size < MOST) {
      const times = { first: start, last: end };
      this.counts.set(key, {
        ...{ point, v6, source, destination, meaning, type, code, line },
        ...times,
        records: 1,
        refused: !record.accepted,
      });
    }
  }

  /** The errors from one address to another. */
  from(point: number, v6: boolean, source: number, destination: number): IcmpErrorCount[] {
    if (this.counts.size === 0) return [];
    return (['closed port', 'filtered', 'other'] as const)
      .map(meaning => this.counts.get(keyOf(point, v6, source, destination, meaning)))
      .filter(found => found !== undefined);
  }
}

function keyOf(
  point: number,
  v6: boolean,
  source: number,
  destination: number,
  meaning: ErrorMeaning,
): string {
  return `${point} ${v6 ? 6 : 4} ${source} ${destination} ${meaning}`;
}

function meaningOf(protocol: number, type: number, code: number): ErrorMeaning {
  if (type !== UNREACHABLE[protocol]) return 'other';
  if (code === CLOSED[protocol]) return 'closed port';
  return FILTERED[protocol]?.includes(code) ? 'filtered' : 'other';
}
