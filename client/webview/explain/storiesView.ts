import type { StoryView } from '../../../server/src/core/requests';
import { element } from '../common/element';
import { filterBar } from './filterBar';
import type { SavedPage, Stories } from './messages';
import { storyCount } from './storyCount';
import { storyDetails, type DetailActions } from './storyDetails';
import { NO_FILTER, filterStories, type StoryFilter } from './storyFilter';
import { storyKey, storyOfKey } from './storyKey';
import { storyList } from './storyList';
import { storyNotes } from './storyNotes';
import { unsearched } from './unsearched';

/** What of the view outlives it. */
export interface StoriesState {
  readonly filter: StoryFilter;
  /** Key of the story in the details. */
  readonly selected: SavedPage['selected'];
}

export interface StoriesActions extends DetailActions {
  changed(state: StoriesState): void;
  /** Says something to those who do not see the page change. */
  say(text: string): void;
}

/** The list of stories, its filter, and the details of one of them. */
export interface StoriesView {
  readonly root: HTMLElement;
  show(content: Stories, jump: boolean): void;
  state(): StoriesState;
  /** The query is in the clipboard. */
  copied(): void;
}

export function storiesView(initial: StoriesState, actions: StoriesActions): StoriesView {
  let { filter, selected } = initial;
  let content: Stories = {
    kind: 'stories',
    of: 'document',
    stories: [],
    leftOut: 0,
    notes: [],
    record: null,
  };
  let all: readonly StoryView[] = [];
  let detailed = '';
  /** Key of the story in the details as they are. */
  let explained: string | null = null;

  const bar = filterBar(next => {
    filter = next;
    changed();
  });
  const list = storyList(story => {
    selected = storyKey(story);
    changed();
  });
  const count = element('p', { class: 'count' });
  const beyond = element('p', { class: 'beyond' });
  const notes = element('div');
  const details = element('div', {
    class: 'details',
    role: 'region',
    tabindex: 0,
    'aria-label': 'Explanation',
  });

  function changed(): void {
    render();
    actions.changed({ filter, selected });
  }

  function render(): void {
    bar.show(filter, content.stories);
    const listed = filterStories(all, filter);
    const chosen = storyOfKey(listed, selected);
    // Its lines may have moved, and may move again.
    if (chosen) selected = storyKey(chosen);
    const story = chosen ?? listed[0];
    list.show(listed, story);
    const text = storyCount(content, listed);
    const more = unsearched(content, filter);
    if (count.textContent !== text && count.textContent !== '') {
      actions.say([`Listed: ${text}.`, ...more].join(' '));
    }
    count.textContent = text;
    beyond.textContent = more.join(' ');
    beyond.hidden = more.length === 0;
    explain(story, more.length > 0);
  }

  function explain(story: StoryView | undefined, isInDoubt: boolean): void {
    const record = content.record;
    const isAsked = record?.story && story && storyKey(record.story) === storyKey(story);
    const asked = isAsked ? record : undefined;
    const key = JSON.stringify([story ?? isInDoubt, asked?.line, asked?.notes]);
    if (key === detailed) return;
    detailed = key;
    const isSame = story !== undefined && storyOfKey([story], explained) === story;
    const top = isSame ? details.scrollTop : 0;
    explained = story ? storyKey(story) : null;
    details.replaceChildren(story ? storyDetails(story, actions, asked) : nothingListed(isInDoubt));
    details.scrollTop = top;
  }

  return {
    root: element(
      'div',
      { class: 'stories-view' },
      element('div', { class: 'top' }, bar.root, notes),
      element(
        'div',
        { class: 'split' },
        element('div', { class: 'side' }, count, beyond, list.root),
        details,
      ),
    ),
    show(next, jump) {
      content = next;
      all = withRecord(next);
      if (jump) {
        filter = NO_FILTER;
        selected = next.record?.story ? storyKey(next.record.story) : null;
      }
      const list = storyNotes(next);
      notes.replaceChildren(...(list ? [list] : []));
      render();
    },
    state: () => ({ filter, selected }),
    copied() {
      const button = details.querySelector('.copy');
      if (button) button.textContent = 'Copied';
    },
  };
}

/** All stories; that of the record which was asked for comes first if it is not among them. */
function withRecord({ stories, record }: Stories): readonly StoryView[] {
  if (!record?.story) return stories;
  const key = storyKey(record.story);
  return stories.some(story => storyKey(story) === key) ? stories : [record.story, ...stories];
}

function nothingListed(isInDoubt: boolean): HTMLElement {
  return element(
    'p',
    { class: 'empty' },
    isInDoubt
      ? 'No story that is listed here names what the filter asks for. One that does not name it may be meant, as is said beside the list.'
      : 'No story matches the filter. Change it, or clear it to see all of them.',
  );
}
