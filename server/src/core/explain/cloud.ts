import type { RecordView } from '../record/recordView';

/** Whose flow log a record looks like; `unknown` when it shows no sign or contradicting ones. */
export type Cloud = 'tencent' | 'aws' | 'huawei' | 'alibaba' | 'unknown';

/** Account ids by shape: APPID, AWS account, Alibaba account, Huawei project. */
const ACCOUNTS: readonly (readonly [RegExp, Cloud])[] = [
  [/^\d{5,11}$/, 'tencent'],
  [/^(?:\d{12}|unknown)$/, 'aws'],
  [/^\d{16}$/, 'alibaba'],
  [/^[0-9a-f]{32}$/, 'huawei'],
];

/** Interface ids by shape. Eight hexadecimal digits are Tencent's or AWS's and tell nothing. */
const INTERFACES: readonly (readonly [RegExp, Cloud])[] = [
  [/^eni-[0-9a-f]{8}$/, 'unknown'],
  [/^eni-[0-9a-f]{17}$/, 'aws'],
  [/^(?:eni|nat|dcg|intranat)-[a-z0-9]{8}$/, 'tencent'],
  [/^eni-[a-z0-9]{18,24}$/, 'alibaba'],
  [/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'huawei'],
];

/** Fields that only one cloud's logs have. */
const FIELDS: readonly (readonly [string, Cloud])[] = [
  ['pkt-srcaddr', 'aws'],
  ['pkt-dstaddr', 'aws'],
  ['az-id', 'aws'],
  ['flow-direction', 'aws'],
  ['tgw-id', 'aws'],
  ['reject-reason', 'aws'],
  ['vswitch-id', 'alibaba'],
  ['vm-id', 'alibaba'],
  ['cen-id', 'alibaba'],
];

/**
 * The cloud that a record's ids and fields point to. The shapes are those that the vendors' own
 * samples have; they are a likeness, not a proof, so explanations hedge what rests on them.
 */
export function cloudOf(record: RecordView): Cloud {
  const signs = new Set<Cloud>();
  if (record.observation === 'ccn') signs.add('tencent');
  addShape(signs, ACCOUNTS, record.value('account-id')?.text);
  addShape(signs, INTERFACES, record.value('interface-id')?.text);
  for (const [name, cloud] of FIELDS) if (record.value(name)) signs.add(cloud);
  signs.delete('unknown');
  return signs.size === 1 ? ([...signs][0] ?? 'unknown') : 'unknown';
}

/** The cloud that the shape of an interface id alone points to. */
export function cloudOfInterface(id: string): Cloud {
  return INTERFACES.find(([shape]) => shape.test(id))?.[1] ?? 'unknown';
}

/** Whether facts about Tencent Cloud may apply to a record: nothing in it names another cloud. */
export function mayBeTencent(record: RecordView): boolean {
  const cloud = cloudOf(record);
  return cloud === 'tencent' || cloud === 'unknown';
}

function addShape(
  signs: Set<Cloud>,
  shapes: readonly (readonly [RegExp, Cloud])[],
  text: string | undefined,
): void {
  const found = shapes.find(([shape]) => text !== undefined && shape.test(text));
  if (found) signs.add(found[1]);
}
