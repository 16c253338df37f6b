import { fieldNamed, type Field } from '../layouts/fields';
import { documentedFields, hasValueBehind, splitKey } from '../layouts/keyValue';
import type { Layout } from '../layouts/layout';
import type {
  FieldValue,
  MissingField,
  ObservationKind,
  RecordView,
  StrayToken,
} from './recordView';
import type { Token } from './tokenize';

/** For each column the token that stands in it, -1 none; and those that one of several may stand in. */
export interface PlacedTokens {
  readonly tokenOf: readonly number[];
  readonly undecided: readonly number[];
}

/** The view of a line whose tokens stand in the columns of a layout. */
export function columnView(
  text: string,
  tokens: readonly Token[],
  layout: Layout,
  { tokenOf, undecided }: PlacedTokens,
): RecordView {
  const { columns } = layout;
  const values: FieldValue[] = [];
  const missing: MissingField[] = [];
  const strays: StrayToken[] = [];
  // Tokens stand in columns in their order.
  let next = 0;
  let reason: StrayToken['reason'] = 'extra';
  const leaveOut = (until: number) => {
    for (; next < until; next++) strays.push({ ...tokens[next]!, reason });
    reason = 'extra';
  };
  for (let column = 0; column < columns.length; column++) {
    const field = columns[column]!;
    const at = tokenOf[column]!;
    if (at >= 0) {
      const { text, start, end } = tokens[at]!;
      leaveOut(at);
      next = at + 1;
      values.push({ field, text, start, end });
    } else {
      const end = values.at(-1)?.end ?? 0;
      const found = { field, at: end, ...neighbours(columns, column, tokenOf) };
      if (undecided.includes(column)) reason = 'undecided';
      missing.push(undecided.includes(column) ? { ...found, undecided: true } : found);
    }
  }
  leaveOut(tokens.length);
  return new LineView(text, layout, values, strays, missing);
}

/** The view of a line whose tokens name their own field. */
export function keyValueView(text: string, tokens: readonly Token[], layout: Layout): RecordView {
  const values: FieldValue[] = [];
  const strays: StrayToken[] = [];
  const names = new Set<string>();
  const texts = tokens.map(token => token.text);
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
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
      if (hasValueBehind(texts, at)) values.push({ ...tokens[++at]!, field, key });
      else
        values.push({ field, text: token.text.slice(split.valueAt), start, end: token.end, key });
    }
  }
  const missing = documentedFields(names)
    .filter(field => !names.has(field.name))
    .map(field => ({ field, at: tokens.at(-1)?.end ?? 0 }));
  return new LineView(text, layout, values, strays, missing);
}

/** Longer lists of values are looked up in a map. */
const SHORT = 32;

class LineView implements RecordView {
  private byName: ReadonlyMap<string, FieldValue> | undefined;

  constructor(
    readonly text: string,
    readonly layout: Layout,
    readonly values: readonly FieldValue[],
    readonly strays: readonly StrayToken[],
    readonly missing: readonly MissingField[],
  ) {}

  get observation(): ObservationKind {
    if (this.value('ccn-id') ?? this.value('srcregionid')) return 'ccn';
    const id = this.value('interface-id')?.text.toLowerCase() ?? '';
    if (id.startsWith('nat-') || id.startsWith('intranat-')) return 'nat';
    if (id.startsWith('dcg-')) return 'dcg';
    return id.startsWith('eni-') || /^[0-9a-f]{8}-/.test(id) ? 'eni' : 'unknown';
  }

  /** Of fields declared twice the last one counts. */
  value(name: string): FieldValue | undefined {
    const { values } = this;
    if (values.length <= SHORT) {
      for (let i = values.length - 1; i >= 0; i--) {
        if (values[i]!.field.name === name) return values[i];
      }
      return undefined;
    }
    this.byName ??= new Map(values.map(value => [value.field.name, value]));
    return this.byName.get(name);
  }
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
