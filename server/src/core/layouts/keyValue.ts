import { fieldNamed } from './fields';
import { columnsOf, type Layout } from './layout';
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

/** What the documents of Alibaba Cloud's CEN show of the fields that are checked: no action, no status. */
const cenColumns = columnsOf(
  'account-id srcaddr srcport dstaddr dstport protocol packets bytes start end',
);

/** The fields that a key:value record of the same source is documented to carry. */
export function documentedFields(names: ReadonlySet<string>) {
  if (names.has('cen-id')) return cenColumns;
  if (eniLayout.columns.every(field => names.has(field.name))) return eniLayout.columns;
  const fromCcn = ['ccn-id', 'srcregionid', 'dstregionid'].some(name => names.has(name));
  return (fromCcn ? ccnNewerLayout : eniLayout).columns;
}

/** Splits a token at its first colon, since an IPv6 value holds more of them. */
export function splitKey(token: string): { key: string; valueAt: number } | undefined {
  const colon = token.indexOf(':');
  return colon > 0 ? { key: token.slice(0, colon), valueAt: colon + 1 } : undefined;
}

/** Whether a token names a known field. */
function namesField(token: string): boolean {
  const split = splitKey(token);
  return split !== undefined && fieldNamed(split.key) !== undefined;
}

/** Whether the token at a place is a known key whose value stands behind a blank. */
export function hasValueBehind(tokens: readonly string[], at: number): boolean {
  const token = tokens[at]!;
  const next = tokens[at + 1];
  return next !== undefined && token.endsWith(':') && namesField(token) && !namesField(next);
}

/** What stands before a further key where pairs are separated by something else than blanks. */
const OTHER_SEPARATOR = /[,;|][a-z_-]+:/i;

/** Whether most tokens of a line are a known key with a value, be it behind a blank. */
export function readsAsKeyValue(tokens: readonly string[]): boolean {
  if (tokens.length === 1 && OTHER_SEPARATOR.test(tokens[0]!)) return false;
  let known = 0;
  for (let at = 0; at < tokens.length; at++) {
    if (!namesField(tokens[at]!)) continue;
    known++;
    if (!hasValueBehind(tokens, at)) continue;
    known++;
    at++;
  }
  return known > 0 && known >= tokens.length * 0.6;
}
