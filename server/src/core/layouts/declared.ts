import { fieldNamed, unknownField, type Field } from './fields';
import type { Layout } from './layout';

/** The columns that follow `#Fields:`, or undefined if the comment is not that directive. */
export function fieldsDirective(comment: string): string | undefined {
  const match = /^#\s*fields\s*:\s*(.*)$/i.exec(comment.trim());
  return match?.[1];
}

/** A layout from a list of field names, known or not, in column order. */
export function declaredLayout(names: readonly string[]): Layout {
  const columns: Field[] = names.map(name => fieldNamed(name) ?? unknownField(name));
  return {
    id: `declared:${columns.map(field => field.name).join(' ')}`,
    form: 'declared',
    title: `declared columns (${columns.length})`,
    columns,
    source: 'the header line or setting that declares the columns',
  };
}

const CAPITAL_A = 0x41;

/** Whether the tokens of a line are field names and therefore declare the columns that follow. */
export function readsAsHeader(tokens: readonly string[]): boolean {
  if (tokens.length < 3) return false;
  let known = 0;
  for (const token of tokens) {
    // No name begins with a digit or a sign; most lines are told by their first token.
    if (token.charCodeAt(0) < CAPITAL_A) return false;
    if (fieldNamed(token)) known++;
    else if (!/^[a-z][a-z0-9_-]*$/i.test(token)) return false;
  }
  return known >= 3 && known * 2 > tokens.length;
}
