import { isIPv6 } from 'node:net';
import type { NaiveRecord } from './naiveRecords';

/** Sums of a key, and the first of its lines. */
export interface NaiveRow {
  readonly key: string;
  records: number;
  packets: number;
  bytes: number;
  line: number;
}

export type Metric = 'records' | 'packets' | 'bytes';

/** What a record adds: valid values, unless it says that there are no data. */
export function valueOf({ values }: NaiveRecord, field: 'packets' | 'bytes'): number {
  return !['NODATA', 'SKIPDATA'].includes(values.get('log-status') ?? '')
    ? Number(values.get(field) ?? 0)
    : 0;
}

/** Sums records by their key; those without one are left out. */
export function groupBy(
  records: readonly NaiveRecord[],
  keyOf: (record: NaiveRecord) => string | undefined,
): NaiveRow[] {
  const rows = new Map<string, NaiveRow>();
  for (const record of records) {
    const key = keyOf(record);
    if (key === undefined) continue;
    const row = rows.get(key) ?? { key, records: 0, packets: 0, bytes: 0, line: record.line };
    rows.set(key, row);
    row.records += 1;
    row.packets += valueOf(record, 'packets');
    row.bytes += valueOf(record, 'bytes');
  }
  return [...rows.values()];
}

/** The largest rows by a metric; of equal ones the one with the earlier line. */
export function top(rows: readonly NaiveRow[], by: Metric, most: number): NaiveRow[] {
  return [...rows].sort((a, b) => b[by] - a[by] || a.line - b.line).slice(0, most);
}

export function sum(records: readonly NaiveRecord[]) {
  return {
    records: records.length,
    packets: records.reduce((total, record) => total + valueOf(record, 'packets'), 0),
    bytes: records.reduce((total, record) => total + valueOf(record, 'bytes'), 0),
  };
}

/** The record's time. */
export function timeOf({ values }: NaiveRecord): number | undefined {
  const time = values.get('start') ?? values.get('end');
  return time === undefined ? undefined : Number(time);
}

export const isRejected = ({ values }: NaiveRecord) => values.get('action') === 'REJECT';
export const isCcn = ({ values }: NaiveRecord) => values.has('ccn-id') || values.has('srcregionid');

export function observationOf(record: NaiveRecord): string {
  if (isCcn(record)) return 'ccn';
  const id = record.values.get('interface-id') ?? '';
  if (id.startsWith('nat-')) return 'nat';
  if (id.startsWith('dcg-')) return 'dcg';
  return id.startsWith('eni-') ? 'eni' : 'unknown';
}

const WORDS: Readonly<Record<string, string>> = { 6: 'TCP', 17: 'UDP', 132: 'SCTP', 1: 'ICMP' };
const wordOf = (protocol: string) =>
  protocol === '58'
    ? 'ICMPv6'
    : (WORDS[protocol] ?? (protocol === '47' ? 'GRE' : `protocol ${protocol}`));
const withPorts = (protocol: string | undefined) =>
  protocol === undefined || ['6', '17', '132'].includes(protocol);

const portKey = (protocol: string | undefined, port: string) =>
  protocol === undefined ? port : `${port}/${wordOf(protocol)}`;

/** `443/TCP`, for protocols that have ports. */
export function destinationPort({ values }: NaiveRecord): string | undefined {
  const [protocol, port] = [values.get('protocol'), values.get('dstport')];
  return port !== undefined && withPorts(protocol) ? portKey(protocol, port) : undefined;
}

/** An address as RFC 5952 writes it. */
export function canonical(address: string | undefined): string | undefined {
  return address !== undefined && isIPv6(address)
    ? new URL(`http://[${address}]`).hostname.slice(1, -1)
    : address;
}

export const sourceOf = ({ values }: NaiveRecord) => canonical(values.get('srcaddr'));
export const destinationOf = ({ values }: NaiveRecord) => canonical(values.get('dstaddr'));

export function pairOf(record: NaiveRecord): string | undefined {
  const [source, destination] = [sourceOf(record), destinationOf(record)];
  return source && destination ? `${source} → ${destination}` : undefined;
}

/** Two ends and what they talk about. */
export interface NaiveEnds {
  readonly client: string;
  readonly server: string;
  /** `443/TCP`, `ICMP`, or nothing. */
  readonly service: string;
  readonly port: string | undefined;
  readonly directed: boolean;
}

/** The client has the higher port, or sends the echo request; else it is the lower address. */
export function endsOf(record: NaiveRecord): NaiveEnds | undefined {
  const { values } = record;
  const [source, destination] = [sourceOf(record), destinationOf(record)];
  if (!source || !destination) return undefined;
  const protocol = values.get('protocol');
  const [from, to] = [Number(values.get('srcport') ?? NaN), Number(values.get('dstport') ?? NaN)];
  const both = !Number.isNaN(from) && !Number.isNaN(to);
  const forward = (
    client: string,
    server: string,
    port: number | undefined,
    directed: boolean,
  ) => ({
    ...{ client, server, directed, port: port === undefined ? undefined : String(port) },
    service:
      port === undefined
        ? protocol === undefined
          ? ''
          : wordOf(protocol)
        : portKey(protocol, String(port)),
  });
  const [low, high] = [source, destination].sort(byAddress) as [string, string];
  if (both && withPorts(protocol)) {
    const directed = Math.min(from, to) > 0 && from >= 32_768 !== to >= 32_768;
    if (from > to) return forward(source, destination, to, directed);
    if (from < to) return forward(destination, source, from, directed);
    return forward(low, high, from, false);
  }
  if (both && protocol === '1') {
    if (to === 8 * 256) return forward(source, destination, undefined, true);
    if (to === 0 && from !== 0) return forward(destination, source, undefined, true);
  }
  if (both && protocol === '58') {
    if (to === 128 * 256) return forward(source, destination, undefined, true);
    if (to === 129 * 256) return forward(destination, source, undefined, true);
  }
  return forward(low, high, undefined, false);
}

/** What tells a conversation; the arrow is added once it is known. */
export function conversationOf(record: NaiveRecord): string | undefined {
  const ends = endsOf(record);
  return ends && `${ends.client} ${ends.server} ${ends.service}`.trim();
}

function byAddress(a: string, b: string): number {
  const [one, other] = [numberOf(a), numberOf(b)];
  return one < other ? -1 : one > other ? 1 : 0;
}

/** IPv4 before IPv6, then by value. */
function numberOf(address: string): bigint {
  if (!isIPv6(address)) {
    return address.split('.').reduce((number, octet) => number * 256n + BigInt(octet), 0n);
  }
  const [head = '', tail] = address.split('::');
  const groups = (text: string) => text.split(':').filter(group => group !== '');
  const rest = groups(tail ?? '');
  const front = groups(head);
  const zeros = Array<string>(8 - front.length - rest.length).fill('0');
  const all = [...front, ...zeros, ...rest];
  return (
    all.reduce((number, group) => number * 65_536n + BigInt(`0x${group}`), 1n << 32n) + (1n << 130n)
  );
}
