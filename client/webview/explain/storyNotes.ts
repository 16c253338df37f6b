import { element } from '../common/element';
import { counted, grouped } from './counted';
import type { Stories } from './messages';

/** The way to the stories that are not listed. */
const OTHERS: Readonly<Record<Stories['of'], string>> = {
  document:
    'To see those of one record, put the cursor into it and run Flow Logs: Explain Reachability.',
  file: 'The command line writes all of them: flowlog explain FILE.',
};

/** What the list leaves out or only estimates; null where it is complete. */
export function storyNotes({ of, leftOut, notes, record }: Stories): HTMLElement | null {
  const all = [
    ...(record && !record.story
      ? [
          `Line ${grouped(record.line + 1)} belongs to no conversation. ${record.notes.join(' ')} Below are all stories of the log.`,
        ]
      : []),
    ...notes,
    ...(leftOut > 0
      ? [
          `${counted(leftOut, 'more story exists', 'more stories exist')} and cannot be listed here. ${OTHERS[of]}`,
        ]
      : []),
  ];
  if (all.length === 0) return null;
  return element(
    'ul',
    { class: 'notes', 'aria-label': 'Notes' },
    ...all.map(note => element('li', {}, note)),
  );
}
