import { eniRecords } from './eniExports.mjs';
import * as forms from './forms.mjs';

/** Characters in a line of the page that the records were copied from. */
const pageWidth = 84;

/** Records as they come out of a PDF: broken at the page's width, with blank lines between them. */
export function wrappedPaste() {
  const positional = eniRecords({ seed: 41, windows: 1, seconds: 300, version: 'V1' });
  const keyed = eniRecords({ seed: 42, windows: 1, seconds: 60, version: '0001_0001' });
  return [
    '# Copied from a PDF; every record runs over several lines.',
    ...positional.slice(0, 10).flatMap(fields => ['', ...cut(forms.values(forms.eniOrder, fields))]),
    '',
    '# The format of today, as the same page shows it.',
    ...keyed
      .slice(0, 8)
      .flatMap(fields => ['', ...fold(forms.keysAndValues(forms.eniKeyOrder, fields))]),
  ];
}

/**
 * Breaks at the width, wherever that falls.
 *
 * @param {string} text
 */
function cut(text) {
  return [text.slice(0, pageWidth), text.slice(pageWidth)].map(part => part.trim()).filter(Boolean);
}

/**
 * Breaks at a blank, or after a dash, as word processors do.
 *
 * @param {string} text
 */
function fold(text) {
  const lines = [];
  let rest = text;
  while (rest.length > pageWidth) {
    const at = Math.max(rest.lastIndexOf(' ', pageWidth), rest.lastIndexOf('-', pageWidth - 1) + 1);
    lines.push(rest.slice(0, at).trim());
    rest = rest.slice(at).trim();
  }
  return [...lines, rest];
}
