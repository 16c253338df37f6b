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
/** What no word of a sentence has. */
const NO_WORD = /[-_]|addr|port$|region/i;

/** Whether the tokens of a line are field names and therefore declare the columns that follow. */
export function readsAsHeader(tokens: readonly string[]): boolean {
  if (tokens.length < 2) return false;
  let known = 0;
  for (const token of tokens) {
    // No name begins with a digit or a sign; most lines are told by their first token.
    if (token.charCodeAt(0) < CAPITAL_A) return false;
    if (fieldNamed(token)) known++;
    else if (!/^[a-z][a-z0-9_-]*$/i.test(token)) return false;
  }
  // Known names may be words of a sentence, unless no sentence has one of them.
  const isSure = tokens.some(token => NO_WORD.test(token) && fieldNamed(token));
  const share = known / tokens.length;
  return isSure ? known >= 2 && share >= 0.5 : known >= 3 && share > 0.5;
}
