import { fieldNamed } from './fields';
import type { Layout } from './layout';
import { ccnNewerLayout } from './ccn';
import { eniLayout } from './eni';

/** Records whose tokens name their own field, in any order: what production writes today. */
export const keyValueLayout: Layout = {
  id: 'key-value',
  form: 'key-value',
  title: 'key:value',
  columns: [],
  source: 'Tencent Cloud Flow Logs, Features (2023-09-04), samples',
};

/** The fields that a key:value record of the same source is documented to carry. */
export function documentedFields(names: ReadonlySet<string>) {
  if (eniLayout.columns.every(field => names.has(field.name))) return eniLayout.columns;
  const fromCcn = ['ccn-id', 'srcregionid', 'dstregionid'].some(name => names.has(name));
  return (fromCcn ? ccnNewerLayout : eniLayout).columns;
}

/** Splits a token at its first colon, since an IPv6 value holds more of them. */
export function splitKey(token: string): { key: string; valueAt: number } | undefined {
  const colon = token.indexOf(':');
  return colon > 0 ? { key: token.slice(0, colon), valueAt: colon + 1 } : undefined;
}

/** Whether most tokens of a line are a known key with a value. */
export function readsAsKeyValue(tokens: readonly string[]): boolean {
  let known = 0;
  for (const token of tokens) {
    const split = splitKey(token);
    if (split && fieldNamed(split.key)) known++;
  }
  return known > 0 && known >= tokens.length * 0.6;
}
