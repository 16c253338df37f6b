import type { StoryView } from '../../../server/src/core/requests';
import { element, type Child } from '../common/element';
import { certaintyBadge } from './certaintyBadge';
import { CERTAINTY_MEANINGS } from './certaintyWords';
import { titleOfStory } from './codeWords';
import { grouped } from './counted';
import type { RecordStory } from './messages';
import { pathFigure } from './path/pathFigure';
import { queryBlock } from './queryBlock';
import { recordLinks } from './recordLinks';
import { storyFacts } from './storyFacts';

/** What can be done from the details. */
export interface DetailActions {
  reveal(line: number): void;
  copy(text: string): void;
}

/** Everything there is to say about one story. */
export function storyDetails(
  story: StoryView,
  actions: DetailActions,
  asked?: RecordStory,
): HTMLElement {
  return element(
    'article',
    { class: 'story-details', 'aria-labelledby': 'story-heading' },
    element(
      'header',
      {},
      element('h2', { id: 'story-heading' }, titleOfStory(story)),
      element('code', { class: 'code' }, story.code),
      asked && element('p', { class: 'asked' }, askedText(asked)),
    ),
    element('p', { class: 'summary' }, story.summary),
    element(
      'p',
      { class: 'certainty' },
      certaintyBadge(story.certainty),
      element('span', {}, CERTAINTY_MEANINGS[story.certainty]),
    ),
    pathFigure(story),
    section(
      'Records',
      recordLinks(story, line => actions.reveal(line)),
    ),
    section('Next check', paragraph(story.nextCheck)),
    story.query !== '' &&
      section(
        'Query for the log service',
        queryBlock(story.query, text => actions.copy(text)),
      ),
    section('Proves', paragraph(story.proves)),
    section('Does not prove', paragraph(story.doesNotProve)),
    section('Assumptions', list(story.assumptions, 'None beyond what the records say.')),
    section('Evidence for who began and whose interface it is', list(story.evidence, 'None.')),
    section('In short', storyFacts(story)),
  );
}

function askedText({ line, notes }: RecordStory): string {
  return [`The record in line ${grouped(line + 1)} belongs to this story.`, ...notes].join(' ');
}

function section(title: string, ...content: readonly Child[]): HTMLElement {
  return element('section', {}, element('h3', {}, title), ...content);
}

function paragraph(text: string): HTMLElement {
  return element('p', {}, text === '' ? 'Nothing.' : text);
}

function list(entries: readonly string[], none: string): HTMLElement {
  if (entries.length === 0) return element('p', { class: 'none' }, none);
  return element('ul', {}, ...entries.map(entry => element('li', {}, entry)));
}
