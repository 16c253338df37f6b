import { familyField, OTHER_FIELDS, tagField } from './otherFields';

/**
 * What a value is, whatever column it stands in. Each kind has one strict reader (scan) and one
 * explanation (explain).
 */
export type FieldKind =
  | 'version'
  | 'account'
  | 'interface'
  | 'address'
  | 'port'
  | 'protocol'
  | 'count'
  | 'time'
  | 'action'
  | 'log-status'
  | 'ccn'
  | 'region'
  | 'tcp-flags'
  | 'text';

/** One field of a flow log record. */
export interface Field {
  /** Canonical name, as the vendor writes it. */
  readonly name: string;
  readonly kind: FieldKind;
  /** What the field holds, in a few words. */
  readonly title: string;
  /** Other spellings of the same field, lower case and with dashes. */
  readonly aliases?: readonly string[];
}

/**
 * The fields of Tencent Cloud flow logs (Tencent Cloud Flow Logs, Features, 2023-09-04), in the
 * order in which the scan numbers them.
 */
export const CORE_FIELDS = [
  { name: 'version', kind: 'version', title: 'Flow log version' },
  { name: 'account-id', kind: 'account', title: 'Account', aliases: ['project-id'] },
  { name: 'interface-id', kind: 'interface', title: 'Network interface', aliases: ['eni-id'] },
  { name: 'srcaddr', kind: 'address', title: 'Source address' },
  { name: 'dstaddr', kind: 'address', title: 'Destination address' },
  { name: 'srcport', kind: 'port', title: 'Source port' },
  { name: 'dstport', kind: 'port', title: 'Destination port' },
  { name: 'protocol', kind: 'protocol', title: 'Protocol number' },
  { name: 'packets', kind: 'count', title: 'Packets' },
  { name: 'bytes', kind: 'count', title: 'Bytes' },
  { name: 'start', kind: 'time', title: 'Start' },
  { name: 'end', kind: 'time', title: 'End' },
  { name: 'action', kind: 'action', title: 'Action' },
  { name: 'log-status', kind: 'log-status', title: 'Log status' },
  { name: 'ccn-id', kind: 'ccn', title: 'Cloud Connect Network', aliases: ['ccnid'] },
  { name: 'region-id', kind: 'region', title: 'Region of the record', aliases: ['regionid'] },
  {
    name: 'srcregionid',
    kind: 'region',
    title: 'Source region',
    aliases: ['srcregion', 'srcregion-id'],
  },
  {
    name: 'dstregionid',
    kind: 'region',
    title: 'Destination region',
    aliases: ['dstregion', 'dstregion-id'],
  },
] as const satisfies readonly Field[];

export type CoreFieldName = (typeof CORE_FIELDS)[number]['name'];

/** Fields that say whether a record's packets entered the interface or left it. */
export const DIRECTION_FIELDS: ReadonlySet<string> = new Set(['flow-direction', 'direction']);

const BY_NAME = new Map<string, Field>();
for (const field of [...CORE_FIELDS, ...OTHER_FIELDS] as readonly Field[]) {
  BY_NAME.set(field.name, field);
  for (const alias of field.aliases ?? []) BY_NAME.set(alias, field);
}

/** The field that a name or alias stands for; case, `_` and `-` make no difference. */
export function fieldNamed(name: string): Field | undefined {
  const known = BY_NAME.get(name);
  if (known) return known;
  const plain = name.toLowerCase().replaceAll('_', '-');
  return BY_NAME.get(plain) ?? familyField(plain) ?? tagField(name);
}

/** A field that no table knows, kept as text under the name it was declared with. */
export function unknownField(name: string): Field {
  return { name: name.toLowerCase(), kind: 'text', title: 'Unknown field' };
}

/** A core field by name. */
export function coreField(name: CoreFieldName): Field {
  return CORE_FIELDS.find(field => field.name === name) as Field;
}

const CORE_INDEX = new Map<string, number>(CORE_FIELDS.map(({ name }, index) => [name, index]));

/** Place of a core field in {@link CORE_FIELDS}; -1 for any other. */
export function coreIndex(field: Field): number {
  return CORE_INDEX.get(field.name) ?? -1;
}
