import type { StoryView } from '../../../server/src/core/requests';
import { isDirectionKnown } from './storyEnds';

/** What the two ways of a story are called; who asked and who answered may not be known. */
export function wayNames(story: StoryView): { readonly request: string; readonly reply: string } {
  if (story.protocol === null) return { request: 'Records', reply: '' };
  return isDirectionKnown(story)
    ? { request: 'Request', reply: 'Reply' }
    : { request: 'One way', reply: 'The other way' };
}
