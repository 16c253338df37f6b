import { fieldNamed, type Field } from '../layouts/fields';
import { documentedFields, splitKey } from '../layouts/keyValue';
import { isValueOf } from '../record/readValue';
import type { Join, Piece, ViewOf } from './joinColumns';

/** Whether a text may stand for a field's value in a record without a fault. */
export function isLegalOrAbsent(field: Field, text: string): boolean {
  return text === '-' || (text === '-1' && field.kind === 'count') || isValueOf(field, text);
}

/**
 * The key:value record that the first of some lines begins. A break before a known key stood
 * between tokens, any other inside one: also one after which the record could have ended, if it is
 * faultless with the next line too. Gives up at the first token that is at fault.
 */
export function joinKeys(
  pieceAt: (i: number) => Piece,
  most: number,
  viewOf: ViewOf,
): Join | undefined {
  if (!fieldOf(pieceAt(0).tokens[0] ?? '')) return undefined;
  const seen = new Set<string>();
  let text = '';
  let open: string | undefined;
  let join: Join | undefined;
  for (let i = 0; i < most; i++) {
    const piece = pieceAt(i);
    if (join && isBreak(open ?? '', piece.tokens[0] ?? '')) return join;
    for (const [place, token] of piece.tokens.entries()) {
      const inside = place === 0 && open !== undefined && !isBreak(open, token);
      if (place === 0) text += (i === 0 || inside ? '' : ' ') + piece.text;
      if (inside) {
        open = `${open ?? ''}${token}`;
        continue;
      }
      if (open !== undefined && !take(open, seen)) return join;
      open = token;
    }
    const view = i > 0 && completes(open ?? '', seen) ? viewOf(text) : undefined;
    if (view) join = { rows: i + 1, view };
    else if (join) return join;
  }
  return join;
}

/** Whether a line ends after the token `last` and begins with another token. */
function isBreak(last: string, next: string): boolean {
  return fieldOf(next) !== undefined && last.includes(':') && !last.endsWith(':');
}

function take(token: string, seen: Set<string>): boolean {
  const field = legalFieldOf(token);
  if (!field || seen.has(field.name)) return false;
  seen.add(field.name);
  return true;
}

function completes(last: string, seen: ReadonlySet<string>): boolean {
  const field = legalFieldOf(last);
  if (!field || seen.has(field.name)) return false;
  const names = new Set([...seen, field.name]);
  return documentedFields(names).every(({ name }) => names.has(name));
}

function fieldOf(token: string): Field | undefined {
  const split = splitKey(token);
  return split && fieldNamed(split.key);
}

function legalFieldOf(token: string): Field | undefined {
  const field = fieldOf(token);
  return field && isLegalOrAbsent(field, token.slice(splitKey(token)!.valueAt)) ? field : undefined;
}
