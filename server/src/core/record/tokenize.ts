import type { Span } from './recordView';

/** A run of characters between blanks. */
export interface Token extends Span {
  readonly text: string;
}

/**
 * What stands between blanks: space and tab, and those that editors and chat programs put in their
 * place. A character without width is part of its token.
 */
const TOKENS = /[^ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g;
const BYTE_ORDER_MARK = '\ufeff';

/** The tokens of a line. */
export function tokenize(line: string): Token[] {
  const tokens: Token[] = [];
  for (const match of line.matchAll(TOKENS)) {
    const mark = match.index === 0 && match[0].startsWith(BYTE_ORDER_MARK) ? 1 : 0;
    const text = match[0].slice(mark);
    if (text === '') continue;
    tokens.push({ text, start: match.index + mark, end: match.index + mark + text.length });
  }
  return tokens;
}
