import type { Position } from 'vscode-languageserver-protocol';

/** A text with a `|` where the cursor stands, taken apart. */
export function atCursor(marked: string): { text: string; position: Position } {
  const at = marked.indexOf('|');
  if (at < 0) throw new Error(`no cursor in: ${marked}`);
  const before = marked.slice(0, at).split('\n');
  const position = { line: before.length - 1, character: before.at(-1)!.length };
  return { text: marked.replace('|', ''), position };
}
