import type { StoryView } from '../../../server/src/core/requests';
import { isDirectionKnown } from './storyEnds';

/** What tells a story from all others of its log. */
export function storyKey(story: StoryView): string {
  return JSON.stringify([lasting(story), story.certainty, firstLine(story)]);
}

/**
 * The story with that key; where an edit moved its lines or a setting changed how sure it is, the one
 * that is otherwise alike, the likest first.
 */
export function storyOfKey(
  stories: readonly StoryView[],
  key: string | null,
): StoryView | undefined {
  const exact = stories.find(story => storyKey(story) === key);
  if (exact || key === null) return exact;
  const { kept, certainty, line } = parsed(key);
  const unlike = (story: StoryView): readonly [number, number] => [
    Number(story.certainty !== certainty),
    Math.abs(firstLine(story) - line),
  ];
  return stories
    .filter(story => lasting(story) === kept)
    .map(story => ({ story, unlike: unlike(story) }))
    .sort((x, y) => x.unlike[0] - y.unlike[0] || x.unlike[1] - y.unlike[1])[0]?.story;
}

/** What no edit elsewhere changes. */
function lasting(story: StoryView): string {
  const { code, observationPoint, protocol, responder, ends } = story;
  return JSON.stringify([
    ...[code, observationPoint, protocol, responder.port],
    ...ends.map(({ address }) => address),
    // An initiator's port is gone with its second conversation.
    ...(isDirectionKnown(story) ? [] : ends.map(({ port }) => port)),
  ]);
}

function parsed(key: string) {
  try {
    const [kept, certainty, line] = JSON.parse(key) as readonly unknown[];
    return { kept, certainty, line: Number(line) };
  } catch {
    // Whatever was kept by another version is no key.
    return { kept: undefined, certainty: undefined, line: 0 };
  }
}

function firstLine({ request, reply }: StoryView): number {
  return Math.min(...request.lines, ...reply.lines);
}
