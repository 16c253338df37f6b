import type { Span } from './recordView';

/** A run of characters between blanks. */
export interface Token extends Span {
  readonly text: string;
}

/**
 * Blanks between tokens: space and tab, and those that editors and chat programs put in their
 * place. A byte order mark at the beginning of a line counts as one.
 */
const BLANKS = /[^ \t\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff]+/g;

/** The tokens of a line. */
export function tokenize(line: string): Token[] {
  const tokens: Token[] = [];
  for (const match of line.matchAll(BLANKS)) {
    tokens.push({ text: match[0], start: match.index, end: match.index + match[0].length });
  }
  return tokens;
}
