import { fieldNamed, type Field } from '../layouts/fields';
import { documentedFields, splitKey } from '../layouts/keyValue';
import type { Layout } from '../layouts/layout';
import type { Alignment } from './align';
import type {
  FieldValue,
  MissingField,
  ObservationKind,
  RecordView,
  StrayToken,
} from './recordView';
import type { Token } from './tokenize';

/** The view of a line whose tokens stand in the columns of a layout. */
export function columnView(
  text: string,
  tokens: readonly Token[],
  layout: Layout,
  alignment: Alignment,
): RecordView {
  const values: FieldValue[] = [];
  const missing: MissingField[] = [];
  const taken = new Set<number>();
  let end = 0;
  layout.columns.forEach((field, column) => {
    const at = alignment.tokenOf[column] ?? -1;
    const token = tokens[at];
    if (token) {
      taken.add(at);
      end = token.end;
      values.push({ field, text: token.text, start: token.start, end: token.end });
    } else {
      missing.push({ field, at: end, ...neighbours(layout.columns, column, alignment.tokenOf) });
    }
  });
  const strays: StrayToken[] = tokens
    .filter((_, i) => !taken.has(i))
    .map(token => ({ ...token, reason: 'extra' }));
  return view(text, layout, values, strays, missing);
}

/** The view of a line whose tokens name their own field. */
export function keyValueView(text: string, tokens: readonly Token[], layout: Layout): RecordView {
  const values: FieldValue[] = [];
  const strays: StrayToken[] = [];
  const names = new Set<string>();
  for (const token of tokens) {
    const split = splitKey(token.text);
    const field = split && fieldNamed(split.key);
    if (!split || !field) {
      strays.push({ ...token, reason: split ? 'unknown-key' : 'no-key' });
    } else if (names.has(field.name)) {
      strays.push({ ...token, reason: 'repeated-key' });
    } else {
      names.add(field.name);
      const start = token.start + split.valueAt;
      const key = { start: token.start, end: start - 1 };
      values.push({ field, text: token.text.slice(split.valueAt), start, end: token.end, key });
    }
  }
  const missing = documentedFields(names)
    .filter(field => !names.has(field.name))
    .map(field => ({ field, at: tokens.at(-1)?.end ?? 0 }));
  return view(text, layout, values, strays, missing);
}

function view(
  text: string,
  layout: Layout,
  values: readonly FieldValue[],
  strays: readonly StrayToken[],
  missing: readonly MissingField[],
): RecordView {
  const byName = new Map(values.map(value => [value.field.name, value]));
  return {
    text,
    layout,
    values,
    strays,
    missing,
    observation: observationOf(byName),
    value: name => byName.get(name),
  };
}

function observationOf(values: ReadonlyMap<string, FieldValue>): ObservationKind {
  if (values.has('ccn-id') || values.has('srcregionid')) return 'ccn';
  const id = values.get('interface-id')?.text.toLowerCase() ?? '';
  if (id.startsWith('nat-') || id.startsWith('intranat-')) return 'nat';
  if (id.startsWith('dcg-')) return 'dcg';
  return id.startsWith('eni-') || /^[0-9a-f]{8}-/.test(id) ? 'eni' : 'unknown';
}

function neighbours(columns: readonly Field[], column: number, tokenOf: readonly number[]) {
  const found: { after?: Field; before?: Field } = {};
  for (let c = column - 1; c >= 0 && !found.after; c--) {
    if (tokenOf[c] !== -1) found.after = columns[c] as Field;
  }
  for (let c = column + 1; c < columns.length && !found.before; c++) {
    if (tokenOf[c] !== -1) found.before = columns[c] as Field;
  }
  return found;
}
