import type { StoryView } from '../../../server/src/core/requests';

/** What tells a story from all others of its log. */
export function storyKey(story: StoryView): string {
  return JSON.stringify([...lasting(story), firstLine(story)]);
}

/** The story with that key; if its lines were moved by an edit, the one that is otherwise alike. */
export function storyOfKey(
  stories: readonly StoryView[],
  key: string | null,
): StoryView | undefined {
  if (key === null) return undefined;
  const exact = stories.find(story => storyKey(story) === key);
  if (exact) return exact;
  const alike = key.slice(0, key.lastIndexOf(','));
  return stories.find(story => JSON.stringify(lasting(story)).slice(0, -1) === alike);
}

function lasting({ code, observationPoint, protocol, initiator, responder }: StoryView) {
  return [code, observationPoint, protocol, initiator.address, responder.address, responder.port];
}

function firstLine({ request, reply }: StoryView): number {
  return Math.min(...request.lines, ...reply.lines);
}
