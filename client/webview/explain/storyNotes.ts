import { element } from '../shared/element';
import { counted } from './counted';
import type { Stories } from './messages';

/** What the list leaves out or only estimates; null where it is complete. */
export function storyNotes({ leftOut, notes, record }: Stories): HTMLElement | null {
  const all = [
    ...(record && !record.story
      ? [
          `Line ${record.line + 1} belongs to no conversation. ${record.why} Below are all stories of the log.`,
        ]
      : []),
    ...notes,
    ...(leftOut > 0
      ? [
          `${counted(leftOut, 'more story exists', 'more stories exist')} and cannot be listed here. To see those of one record, put the cursor into it and run Flow Logs: Explain Reachability.`,
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
