import type { StoryEnd, StoryView } from '../../../server/src/core/requests';
import { isInBlock } from './addressBlock';
import { CERTAINTIES, type Certainty } from './certaintyWords';
import { titleOf, titleOfStory } from './codeWords';

/** Which stories are listed. */
export interface StoryFilter {
  /** Words that a story must all have: an address, a port, an interface, a code … */
  readonly text: string;
  /** One code, or the empty string for all. */
  readonly code: string;
  /** None chosen means all. */
  readonly certainties: readonly Certainty[];
}

export const NO_FILTER: StoryFilter = { text: '', code: '', certainties: [] };

export function isFiltered({ text, code, certainties }: StoryFilter): boolean {
  return text.trim() !== '' || code !== '' || certainties.length > 0;
}

/** The stories that a filter leaves; `fits` tells whether a word is one of a story's. */
export function filterStories(
  stories: readonly StoryView[],
  filter: StoryFilter,
  fits: typeof hasWord = hasWord,
): readonly StoryView[] {
  const words = filter.text
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter(word => word !== '');
  return stories.filter(
    story =>
      (filter.code === '' || story.code === filter.code) &&
      (filter.certainties.length === 0 || filter.certainties.includes(story.certainty)) &&
      words.every(word => fits(story, word)),
  );
}

/** A filter that was kept; whatever is not one is no filter. */
export function readFilter(kept: unknown): StoryFilter {
  const { text, code, certainties } = (kept ?? {}) as Partial<Record<keyof StoryFilter, unknown>>;
  const list: readonly unknown[] = Array.isArray(certainties) ? certainties : [];
  return {
    text: typeof text === 'string' ? text : '',
    code: typeof code === 'string' ? code : '',
    certainties: CERTAINTIES.filter(certainty => list.includes(certainty)),
  };
}

/** Whether a story has a word, in small letters, by what it names. */
export function hasWord(story: StoryView, word: string): boolean {
  const { ends, peers, regions, code, observationPoint, protocolName, certainty, layer } = story;
  if (ends.some(end => isAtEnd(end, word))) return true;
  if (peers?.listed.some(address => isInAddress(address, word))) return true;
  // A bare number is a port or begins an address; in a name it would be found by accident.
  if (/^\d{1,5}$/.test(word)) return false;
  const names = [
    ...(regions ?? []),
    observationPoint,
    code,
    titleOf(code),
    titleOfStory(story),
    protocolName,
    certainty,
    layer,
  ];
  return names.some(name => name.toLowerCase().includes(word));
}

function isAtEnd({ address, port }: StoryEnd, word: string): boolean {
  if (port !== null && (word === String(port) || word === `:${port}`)) return true;
  if (address === null) return false;
  const known = address.toLowerCase();
  return isInAddress(known, word) || word === `${known}:${port}` || word === `[${known}]:${port}`;
}

function isInAddress(address: string, word: string): boolean {
  if (word.includes('/')) return isInBlock(address, word);
  const known = address.toLowerCase();
  if (/^\d{1,5}$/.test(word)) return known.startsWith(`${word}.`) || known.startsWith(`${word}:`);
  return WHOLE_V4.test(word) ? known === word : known.startsWith(word);
}

/** An address with nothing to come: it begins no other that is meant. */
const WHOLE_V4 = /^\d{1,3}(?:\.\d{1,3}){3}$/;
