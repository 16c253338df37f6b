import type { Span } from './recordView';

/** A run of characters between blanks. */
export interface Token extends Span {
  readonly text: string;
}

/** Blanks beside space and tab: those that editors and chat programs put in their place. */
const OTHER_BLANKS = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;
const BYTE_ORDER_MARK = 0xfeff;

/** The tokens of a line. A character without width is part of its token. */
export function tokenize(line: string): Token[] {
  const tokens: Token[] = [];
  const begin = line.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  for (let i = begin; i < line.length; i++) {
    if (isBlank(line, i)) continue;
    const start = i;
    while (i < line.length && !isBlank(line, i)) i++;
    tokens.push({ text: line.slice(start, i), start, end: i });
  }
  return tokens;
}

/** A line without the blanks around it; all of one that has nothing else. */
export function withoutBlanks(line: string): Span {
  let start = line.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  let end = line.length;
  while (start < end && isBlank(line, start)) start++;
  while (end > start && isBlank(line, end - 1)) end--;
  return start < end ? { start, end } : { start: 0, end: line.length };
}

function isBlank(line: string, at: number): boolean {
  const code = line.charCodeAt(at);
  return code === 0x20 || code === 0x09 || (code >= 0xa0 && OTHER_BLANKS.test(line.charAt(at)));
}
