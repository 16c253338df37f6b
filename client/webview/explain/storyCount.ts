import type { StoryView } from '../../../server/src/core/requests';
import { counted, grouped } from './counted';
import type { Stories } from './messages';

/** How many stories are listed, of how many: `3 of the first 2,000 of 98,001 stories`. */
export function storyCount(
  { stories, leftOut, record }: Stories,
  listed: readonly StoryView[],
): string {
  const own = listed.filter(story => stories.includes(story)).length;
  const all = counted(stories.length + leftOut, 'story', 'stories');
  const known = leftOut > 0 ? `the first ${grouped(stories.length)} of ${all}` : all;
  const text = own === stories.length ? known : `${grouped(own)} of ${known}`;
  // The story of one record may be a part of one that is listed.
  const beside =
    record && own < listed.length ? `, and that of line ${grouped(record.line + 1)}` : '';
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${beside}`;
}
