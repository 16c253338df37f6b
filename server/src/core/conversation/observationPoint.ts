import { cloudOfInterface } from '../explain/cloud';
import type { Chunk } from '../scan/chunk';
import { FLAG, NO_NAME } from '../scan/columns';
import type { NameTable } from '../scan/names';
import { grown } from './grown';

/** What kind of place a record was made at; it decides what its action can mean. */
export type PointKind = 'eni' | 'nat' | 'dcg' | 'ccn' | 'unknown';

/**
 * The place at which a flow was seen: a network interface, a NAT or Direct Connect gateway, or for
 * a Cloud Connect Network the network and the region that recorded it.
 */
export interface ObservationPoint {
  readonly number: number;
  readonly kind: PointKind;
  /** Interface or CCN as the log writes it; empty where the record names none. */
  readonly id: string;
  /** The region that recorded it; only at a CCN. */
  readonly region: string;
  /** Its ICMP records may have type and code in the port fields; other clouds document no packing. */
  readonly packsIcmp: boolean;
  /** The id, and at a CCN the region behind a slash. */
  readonly name: string;
  /** The records name it beyond doubt; others may be of any place. */
  readonly isNamed: boolean;
}

const UUID_START = /^[0-9a-f]{8}-/;
/** What ids consist of; quotes and separators around them are faults. */
const PLAIN_ID = /^[\w-]+$/;

/** The kind of an interface id; ids differ between clouds, their prefixes less. */
export function pointKindOf(id: string): Exclude<PointKind, 'ccn'> {
  const lower = id.toLowerCase();
  if (lower.startsWith('nat-') || lower.startsWith('intranat-')) return 'nat';
  if (lower.startsWith('dcg-')) return 'dcg';
  return lower.startsWith('eni-') || UUID_START.test(lower) ? 'eni' : 'unknown';
}

/**
 * Numbers the observation points of a log; a name's number in a chunk means nothing elsewhere. Case
 * makes no difference: no two ids differ in it alone.
 */
export class PointBook {
  readonly points: ObservationPoint[] = [];
  private readonly numbers = new Map<string, number>();
  /** Of each name table: the point of an interface's name, plus 1. */
  private readonly known = new WeakMap<NameTable, { points: Uint32Array }>();

  /** The number of the point of a row that is a record. */
  numberOf({ columns, names }: Chunk, row: number): number {
    const name = columns.point[row]!;
    const ccn = (columns.flags[row]! & FLAG.ccn) !== 0 || columns.srcRegion[row] !== NO_NAME;
    if (ccn) {
      const network = names.text(name);
      // What only stands where a CCN would says nothing of one.
      const kind = network === '' || network.toLowerCase().startsWith('ccn-') ? 'ccn' : 'unknown';
      return this.number(kind, network, kind === 'ccn' ? names.text(columns.region[row]!) : '');
    }
    let entry = this.known.get(names);
    if (!entry) this.known.set(names, (entry = { points: new Uint32Array(64) }));
    if (name >= entry.points.length) entry.points = grown(entry.points, (name + 1) * 2);
    const known = entry.points[name]!;
    if (known !== 0) return known - 1;
    const id = names.text(name);
    const number = this.number(pointKindOf(id), id, '');
    entry.points[name] = number + 1;
    return number;
  }

  /** The point with that name, as {@link ObservationPoint.name} writes it. */
  named(name: string): ObservationPoint | undefined {
    return this.points.find(point => point.name === name);
  }

  private number(kind: PointKind, id: string, region: string): number {
    const name = kind === 'ccn' ? `${id}/${region}` : id;
    const key = `${kind} ${name.toLowerCase()}`;
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const number = this.points.length;
    const cloud = cloudOfInterface(id);
    const packsIcmp = kind !== 'ccn' && (cloud === 'tencent' || cloud === 'unknown');
    const isNamed = PLAIN_ID.test(id) && (kind !== 'ccn' || region !== '');
    this.points.push({ number, kind, id, region, packsIcmp, name, isNamed });
    this.numbers.set(key, number);
    return number;
  }
}
