import type { TextDocument } from 'vscode';
import { MOST_CONTENT_LINES } from '../../../server/src/core/recognise';

/** Further in, blank lines and comments are not passed over. */
const MOST_LINES = 1000;

/** The lines of a document that say what it is, however long the document. */
export function openingLines(document: TextDocument): string[] {
  const lines: string[] = [];
  let content = 0;
  const end = Math.min(document.lineCount, MOST_LINES);
  for (let i = 0; i < end && content < MOST_CONTENT_LINES; i++) {
    const { text, isEmptyOrWhitespace } = document.lineAt(i);
    if (isEmptyOrWhitespace) continue;
    if (!text.startsWith('#')) content++;
    lines.push(text);
  }
  return lines;
}
