import { typeOf, type IcmpReader } from './icmpRole';
import type { RecordReader } from './recordReader';

/** What an ICMP error reports, as far as it matters to a conversation. */
export type ErrorMeaning = 'closed port' | 'filtered' | 'redirected' | 'other';

/** Errors of one type and code that one address sent to another at one observation point, not long apart. */
export interface IcmpErrorCount {
  readonly point: number;
  readonly v6: boolean;
  readonly source: number;
  readonly destination: number;
  readonly meaning: ErrorMeaning;
  readonly type: number;
  readonly code: number;
  /** The line of the first. */
  readonly line: number;
  first: number;
  last: number;
  records: number;
  /** Some of them were refused themselves. */
  refused: boolean;
}

const ICMP = 1;
/** Sent for a packet that was forwarded all the same (RFC 792). */
const REDIRECT = 5;
/** Administrative refusals: RFC 792 and RFC 1812 (codes 9, 10, 13), RFC 4443 (codes 1, 5, 6). */
const FILTERED: Readonly<Record<number, readonly number[]>> = { 1: [9, 10, 13], 58: [1, 5, 6] };
/** Unreachable: type 3 of ICMP, type 1 of ICMPv6; the code for a port that nothing listens on. */
const UNREACHABLE: Readonly<Record<number, number>> = { 1: 3, 58: 1 };
const CLOSED: Readonly<Record<number, number>> = { 1: 3, 58: 4 };
/** Errors that are kept apart, of all pairs of addresses and of one. */
const MOST = 100_000;
const MOST_OF_A_PAIR = 64;
/** What comes so long after another, in seconds, is told by itself. */
const APART = 600;

/** The ICMP errors of a log: evidence for conversations between the same addresses. */
export class IcmpErrors {
  private readonly byEnds = new Map<string, IcmpErrorCount[]>();
  private kept = 0;

  constructor(private readonly icmp: IcmpReader) {}

  add(record: RecordReader, line: number): void {
    const { point, v6, source, destination, start, end, protocol, dstPort } = record;
    const type = typeOf(this.icmp.read(protocol as 1 | 58, dstPort));
    const code = dstPort >>> 8 === type ? dstPort & 255 : dstPort >>> 8;
    const meaning = meaningOf(protocol, type, code);
    const key = keyOf(point, v6, source, destination);
    const all = this.byEnds.get(key) ?? [];
    const alike = all.filter(one => one.type === type && one.code === code);
    const isFull = this.kept >= MOST || all.length >= MOST_OF_A_PAIR;
    const near = alike.find(one => start <= one.last + APART && end >= one.first - APART);
    const known = near ?? (isFull ? alike.at(-1) : undefined);
    if (known) {
      known.first = Math.min(known.first, start);
      known.last = Math.max(known.last, end);
      known.records++;
      known.refused ||= !record.accepted;
    } else if (!isFull) {
      this.kept++;
      this.byEnds.set(key, all);
      all.push({
        ...{ point, v6, source, destination, meaning, type, code, line },
        ...{ first: start, last: end, records: 1, refused: !record.accepted },
      });
    }
  }

  /** The errors from one address to another, in the order in which their first ones stand. */
  from(point: number, v6: boolean, source: number, destination: number): readonly IcmpErrorCount[] {
    return this.byEnds.get(keyOf(point, v6, source, destination)) ?? [];
  }
}

function keyOf(point: number, v6: boolean, source: number, destination: number): string {
  return `${point} ${v6 ? 6 : 4} ${source} ${destination}`;
}

function meaningOf(protocol: number, type: number, code: number): ErrorMeaning {
  if (protocol === ICMP && type === REDIRECT) return 'redirected';
  if (type !== UNREACHABLE[protocol]) return 'other';
  if (code === CLOSED[protocol]) return 'closed port';
  return FILTERED[protocol]?.includes(code) ? 'filtered' : 'other';
}
