import { element } from '../common/element';
import { counted, grouped } from './format/amounts';
import type { Picture } from './messages';

/** What the reader has to know before any figure: what was counted, and how exactly. */
export function noticesOf({ summary, of, logs, notes, partial }: Picture): string[] {
  const inexact = summary.approximate.map(({ text, atMost, by }) =>
    atMost === null ? text : `${text} (at most ${grouped(atMost)} ${by === 'count' ? 'more' : by})`,
  );
  return [
    ...(partial ? [partOf(summary)] : []),
    ...(logs.length > 1 ? [`${logs.length} logs count as one: ${listed(logs)}.`] : []),
    `Counted as recorded, ${sourceOf(of, logs.length)}: a flow that was seen at two points counts twice.`,
    ...(summary.totals.stretched ? [summary.totals.stretched.text] : []),
    ...notes,
    ...inexact.map(text => `Approximate: ${text}`),
  ];
}

/** The reading is further than the figures, which are renewed from time to time. */
function partOf({ totals }: Picture['summary']): string {
  const counts = counted(totals.records, 'record');
  return `A part of the log: the figures are of the first ${counts} that were counted, and not of what was read since.`;
}

/** More logs are counted and not named. */
const MOST_NAMES = 12;

function listed(logs: Picture['logs']): string {
  const names = logs.slice(0, MOST_NAMES).map(({ name }) => name);
  const others = logs.length - names.length;
  return others > 0 ? `${names.join(', ')} and ${grouped(others)} more` : names.join(', ');
}

function sourceOf(of: Picture['of'], logs: number): string {
  if (of === 'document') return 'in the text of the editor with its unsaved edits';
  if (of === 'file') return logs > 1 ? 'in the files on disk' : 'in the file on disk';
  return 'in the text of those that are open, with their unsaved edits, and in the files on disk of the others';
}

export function noticesView(picture: Picture): HTMLElement {
  return element(
    'ul',
    { class: 'notices', 'aria-label': 'How it was counted' },
    ...noticesOf(picture).map(text => element('li', {}, text)),
  );
}
