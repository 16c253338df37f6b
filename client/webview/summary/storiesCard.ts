import type { Finding } from '../../../server/src/core/summary/summary';
import { element } from '../common/element';
import { grouped } from './format/amounts';
import type { FindingActions } from './findings';
import type { Picture } from './messages';
import { link } from './link';

/** A story can stand for many conversations, and is told as a whole. */
export const STORIES_OF_TIME =
  'These are stories that reach into this time, also those that have records before or after it.';

/** The reachability stories by their code, or why they were not counted; null without either. */
export function storiesCard(
  stories: readonly Finding[],
  { storiesLeftOut, time }: Pick<Picture, 'storiesLeftOut' | 'time'>,
  { reveal, explain }: FindingActions,
): HTMLElement | null {
  if (stories.length === 0 && storiesLeftOut === null) return null;
  const button = element(
    'button',
    { type: 'button', class: 'second', 'data-focus': 'explain' },
    'Explain Reachability',
  );
  button.addEventListener('click', explain);
  return element(
    'li',
    { class: 'card' },
    element('h3', {}, 'Reachability stories'),
    storiesLeftOut === null ? null : element('p', {}, storiesLeftOut),
    stories.length > 0 && element('ul', { class: 'stories' }, ...stories.map(row)),
    stories.length > 0 && time && element('p', { class: 'note' }, STORIES_OF_TIME),
    element('p', {}, button),
  );

  function row({ title, text, lines }: Finding): HTMLElement {
    return element(
      'li',
      {},
      `${text} `,
      ...lines.flatMap(line => {
        const made = link(`Line ${grouped(line + 1)}`, `story ${title} ${line}`);
        made.addEventListener('click', () => reveal({ title: text, filter: {}, line, lines }));
        return [made, ' '];
      }),
    );
  }
}
