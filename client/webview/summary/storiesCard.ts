import type { Finding } from '../../../server/src/core/summary/summary';
import { element } from '../common/element';
import { grouped } from './format/amounts';
import type { FindingActions } from './findings';
import { link } from './link';

/** The reachability stories by their code, or why they were not counted; null without either. */
export function storiesCard(
  stories: readonly Finding[],
  leftOut: string | null,
  { reveal, explain }: FindingActions,
): HTMLElement | null {
  if (stories.length === 0 && leftOut === null) return null;
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
    leftOut === null ? null : element('p', {}, leftOut),
    stories.length > 0 && element('ul', { class: 'stories' }, ...stories.map(row)),
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
