import { CORE_FIELDS, coreIndex, DIRECTION_FIELDS, type Field } from '../layouts/fields';
import type { Layout } from '../layouts/layout';
import type { LayoutSet } from '../layouts/layoutSet';

/** Where the scan puts a value: a core field's place in {@link CORE_FIELDS}, or one of these. */
export const TARGET = { tcpFlags: 18, otherAddress: 19, text: 20, direction: 21 } as const;

/** One bit a core field, for the sets of fields seen in a line. */
export const bit = (index: number): number => 1 << index;

const indexOfName = (name: string) => CORE_FIELDS.findIndex(field => field.name === name);

/** Places of the core fields, by name. */
export const AT = {
  version: indexOfName('version'),
  account: indexOfName('account-id'),
  interface: indexOfName('interface-id'),
  source: indexOfName('srcaddr'),
  destination: indexOfName('dstaddr'),
  srcPort: indexOfName('srcport'),
  dstPort: indexOfName('dstport'),
  protocol: indexOfName('protocol'),
  packets: indexOfName('packets'),
  bytes: indexOfName('bytes'),
  start: indexOfName('start'),
  end: indexOfName('end'),
  action: indexOfName('action'),
  status: indexOfName('log-status'),
  ccn: indexOfName('ccn-id'),
  region: indexOfName('region-id'),
  srcRegion: indexOfName('srcregionid'),
  dstRegion: indexOfName('dstregionid'),
};

/** What the scan needs to know of a layout. */
export interface Plan {
  readonly layout: number;
  readonly keyed: boolean;
  /** Target of each column; empty for key:value. */
  readonly targets: Uint8Array;
}

/** The plan of one layout, or undefined if its lines can never be accepted at once. */
export function planOf(layouts: LayoutSet, number: number): Plan | undefined {
  const layout: Layout = layouts.at(number);
  if (layout.form === 'key-value') {
    return { layout: number, keyed: true, targets: new Uint8Array(0) };
  }
  const names = new Set(layout.columns.map(field => field.name));
  // Without a log-status nobody can say whether an absent value is legal; a column that comes
  // twice has no single value.
  if (!names.has('log-status') || names.size < layout.columns.length) return undefined;
  // The point of a row is an interface or a CCN.
  if (names.has('interface-id') && names.has('ccn-id')) return undefined;
  return { layout: number, keyed: false, targets: Uint8Array.from(layout.columns, targetOf) };
}

/** Where the scan puts the values of a field. */
export function targetOf(field: Field): number {
  const index = coreIndex(field);
  if (index >= 0) return index;
  if (field.kind === 'tcp-flags') return TARGET.tcpFlags;
  if (DIRECTION_FIELDS.has(field.name)) return TARGET.direction;
  return field.kind === 'address' ? TARGET.otherAddress : TARGET.text;
}
