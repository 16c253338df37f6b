import type { StoryView } from '../../../server/src/core/requests';
import { counted, grouped } from './counted';
import { titleOfStory } from './codeWords';
import type { Stories } from './messages';
import { endsText } from './storyEnds';
import { filterStories, hasWord, isFiltered, type StoryFilter } from './storyFilter';

/** So many of the stories that may be meant are named. */
const NAMED = 3;

/** How to learn what the filter cannot tell. */
const OTHER_WAYS: Readonly<Record<Stories['of'], string>> = {
  document:
    'To see the story of an address, put the cursor into a record of it and run Flow Logs: Explain Reachability.',
  file: 'The command line finds the stories of an address: flowlog explain FILE --address ADDRESS.',
};

/** Where the stories that a filter leaves may not be all that are meant: why, in sentences. */
export function unsearched({ of, stories, leftOut }: Stories, filter: StoryFilter): string[] {
  if (!isFiltered(filter)) return [];
  const perhaps = mayBeMeant(stories, filter);
  const said = [
    ...(leftOut > 0 ? [`Not searched: ${counted(leftOut, 'other story', 'other stories')}.`] : []),
    ...(perhaps.length > 0 ? [`May be meant, by an address not named: ${named(perhaps)}.`] : []),
  ];
  return said.length > 0 ? [...said, OTHER_WAYS[of]] : [];
}

/** Stories that a filter leaves out, though an address that they do not name may be the one. */
export function mayBeMeant(
  stories: readonly StoryView[],
  filter: StoryFilter,
): readonly StoryView[] {
  const meant = new Set(filterStories(stories, filter));
  return filterStories(
    stories,
    filter,
    (story, word) => hasWord(story, word) || mayHold(story, word),
  ).filter(story => !meant.has(story));
}

const V4 = /^\d{1,3}(?:\.\d{0,3}){1,3}(?::\d{1,5})?$/;
const V6 = /^\[?[0-9a-f]*:[0-9a-f.]*:[0-9a-f:.]*\]?(?::\d{1,5})?$/;
const PRIVATE = /^(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01]))\./;

/** Whether a word may be, or begin, an address that a story stands for and does not name. */
function mayHold({ peers, ends }: StoryView, word: string): boolean {
  if (!peers || (!peers.atLeast && peers.count <= peers.listed.length)) return false;
  const isV6 = ends.some(({ address }) => address?.includes(':'));
  if (!(isV6 ? V6 : V4).test(word.replace(/\/\d{1,3}$/, ''))) return false;
  // Private ones are named first.
  const namesPrivateOnes = !peers.atLeast && peers.privateOnes <= peers.listed.length;
  return !(namesPrivateOnes && PRIVATE.test(word));
}

function named(stories: readonly StoryView[]): string {
  const some = stories.slice(0, NAMED).map(story => `${titleOfStory(story)}, ${endsText(story)}`);
  const rest = stories.length - some.length;
  return [...some, ...(rest > 0 ? [`and ${grouped(rest)} more`] : [])].join('; ');
}
