import type { TextChange } from '../../server/src/core/table/flowDocument';
import type { Place } from '../../server/src/core/table/placeInBytes';

/** A text after a change, done in the most obvious way. */
export function changed(text: string, { range, text: inserted }: TextChange): string {
  if (!range) return wellFormed(inserted);
  const [from, to] = [offsetOf(text, range.start), offsetOf(text, range.end)].sort((a, b) => a - b);
  return wellFormed(text.slice(0, from) + inserted + text.slice(to));
}

/** Where a place of the language server protocol is in a text. */
export function offsetOf(text: string, { line, character }: Place): number {
  if (line < 0) return 0;
  let start = 0;
  let number = 0;
  for (const end of text.matchAll(/\r\n|\n|\r/g)) {
    if (number++ === line) return start + Math.max(0, Math.min(character, end.index - start));
    start = end.index + end[0].length;
  }
  return number === line
    ? start + Math.max(0, Math.min(character, text.length - start))
    : text.length;
}

/** The place of an offset. */
export function placeOf(text: string, offset: number): Place {
  const before = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: before.length - 1, character: before.at(-1)!.length };
}

/** Halves of surrogate pairs cannot be written down, and become U+FFFD. */
function wellFormed(text: string): string {
  return Buffer.from(text).toString();
}
