import { element } from '../shared/element';
import { grouped } from './format/amounts';
import type { Picture } from './messages';

/** What the reader has to know before any figure: what was counted, and how exactly. */
export function noticesOf({ summary, of, notes, partial }: Picture): string[] {
  const inexact = summary.approximate.map(({ text, atMost, by }) =>
    atMost === null ? text : `${text} (at most ${grouped(atMost)} ${by === 'count' ? 'more' : by})`,
  );
  return [
    ...(partial ? ['A part of the log, as far as it was read.'] : []),
    of === 'document'
      ? 'Counted as recorded, in the text of the editor with its unsaved edits: a flow that was seen at two points counts twice.'
      : 'Counted as recorded, in the file on disk: a flow that was seen at two points counts twice.',
    ...notes,
    ...inexact.map(text => `Approximate: ${text}`),
  ];
}

export function noticesView(picture: Picture): HTMLElement {
  return element(
    'ul',
    { class: 'notices', 'aria-label': 'How it was counted' },
    ...noticesOf(picture).map(text => element('li', {}, text)),
  );
}
