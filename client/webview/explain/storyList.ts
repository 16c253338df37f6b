import type { StoryView } from '../../../server/src/core/requests';
import { element } from '../common/element';
import { certaintyBadge } from './certaintyBadge';
import { titleOfStory } from './codeWords';
import { endsText } from './storyEnds';
import { counted, grouped } from './counted';

/** So many stories are put on the page at once. */
export const STORIES_A_PAGE = 200;

/** The list of stories: one stop of the Tab key, with the arrow keys from story to story. */
export interface StoryList {
  readonly root: HTMLElement;
  show(stories: readonly StoryView[], selected: StoryView | undefined): void;
}

export function storyList(select: (story: StoryView) => void): StoryList {
  let stories: readonly StoryView[] = [];
  let chosen = -1;
  let shown = STORIES_A_PAGE;
  /** The story that was last brought into view. */
  let seen = -1;

  const box = element('div', {
    class: 'stories',
    role: 'listbox',
    tabindex: 0,
    'aria-label': 'Stories, the worst first',
  });
  const more = element('button', { type: 'button', class: 'more' });
  more.addEventListener('click', () => {
    shown += STORIES_A_PAGE;
    render();
    box.focus();
  });
  box.addEventListener('click', event => {
    const option = (event.target as Element).closest('[role=option]');
    if (option) pick(Number(option.getAttribute('data-index')));
  });
  box.addEventListener('keydown', event => {
    const to = moved(event.key, chosen, Math.min(shown, stories.length));
    if (to === undefined) return;
    event.preventDefault();
    pick(to);
  });

  function pick(index: number): void {
    const story = stories[index];
    if (story) select(story);
  }

  function render(): void {
    box.replaceChildren(
      ...stories.slice(0, shown).map((story, i) => option(story, i, i === chosen)),
    );
    if (chosen >= 0) box.setAttribute('aria-activedescendant', `story-${chosen}`);
    else box.removeAttribute('aria-activedescendant');
    const rest = stories.length - shown;
    more.hidden = rest <= 0;
    more.textContent = `Show ${Math.min(rest, STORIES_A_PAGE)} more of ${grouped(rest)}`;
    // Who looks elsewhere in the list is left there.
    if (chosen !== seen) box.children[chosen]?.scrollIntoView({ block: 'nearest' });
    seen = chosen;
  }

  return {
    root: element('div', { class: 'story-list' }, box, more),
    show(all, selected) {
      stories = all;
      chosen = selected ? all.indexOf(selected) : -1;
      shown = Math.max(wholePages(chosen + 1), Math.min(shown, wholePages(all.length)));
      render();
    },
  };
}

function wholePages(stories: number): number {
  return Math.max(1, Math.ceil(stories / STORIES_A_PAGE)) * STORIES_A_PAGE;
}

/** Where a key moves the choice among so many; undefined if it moves nothing. */
export function moved(key: string, from: number, count: number): number | undefined {
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: from + 1,
    ArrowUp: from - 1,
    PageDown: from + 10,
    PageUp: from - 10,
    Home: 0,
    End: count - 1,
  };
  if (count === 0 || !Object.hasOwn(targets, key)) return undefined;
  return Math.max(0, Math.min(count - 1, targets[key]!));
}

function option(story: StoryView, index: number, isChosen: boolean): HTMLElement {
  const { observationPoint, conversations } = story;
  return element(
    'div',
    {
      id: `story-${index}`,
      class: `story story-${story.certainty}`,
      role: 'option',
      'aria-selected': String(isChosen),
      'data-index': index,
    },
    element(
      'div',
      { class: 'story-head' },
      element('span', { class: 'story-title' }, titleOfStory(story)),
      certaintyBadge(story.certainty),
    ),
    element('div', { class: 'story-ends' }, endsText(story)),
    element(
      'div',
      { class: 'story-place' },
      [observationPoint, conversations > 1 ? counted(conversations, 'conversation') : '']
        .filter(text => text !== '')
        .join(' \u00b7 '),
    ),
  );
}
