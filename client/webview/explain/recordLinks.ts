import type { StoryRecords, StoryView } from '../../../server/src/core/requests';
import { element } from '../common/element';
import { counted, grouped } from './counted';
import { wayNames } from './wayNames';

/** Each record of a story as a link to its line in the editor. */
export function recordLinks(story: StoryView, reveal: (line: number) => void): HTMLElement {
  const names = wayNames(story);
  return element(
    'div',
    { class: 'records' },
    way(names.request, story.request, reveal),
    names.reply !== '' && way(names.reply, story.reply, reveal),
  );
}

function way(
  name: string,
  { lines, leftOut }: StoryRecords,
  reveal: (line: number) => void,
): HTMLElement {
  if (lines.length === 0) return element('p', {}, `${name}: none on record`);
  return element(
    'p',
    {},
    `${name}: `,
    ...lines.flatMap((line, i) => [i === 0 ? null : ', ', link(name, line, reveal)]),
    leftOut > 0 && ` and ${counted(leftOut, 'more record')}`,
  );
}

function link(name: string, line: number, reveal: (line: number) => void): HTMLElement {
  const number = grouped(line + 1);
  const button = element(
    'button',
    {
      type: 'button',
      role: 'link',
      class: 'record link',
      'data-line': line,
      title: `Select line ${number} in the editor (${name.toLowerCase()})`,
    },
    `line ${number}`,
  );
  button.addEventListener('click', () => reveal(line));
  return button;
}
