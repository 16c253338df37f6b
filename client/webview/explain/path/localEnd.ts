import type { StoryView } from '../../../../server/src/core/requests';

export type Way = 'request' | 'reply';

/**
 * The way that a story's direction is told of: the one that was refused or stayed unanswered.
 * Undefined where the story does not say.
 */
export function toldWay({ code, request, reply }: StoryView): Way | undefined {
  switch (code) {
    case 'request-rejected':
    case 'no-reply-seen':
    case 'action-changed':
    case 'conflicting-records':
      return 'request';
    case 'reply-rejected-by-acl':
    case 'reply-without-request':
      return 'reply';
    default:
      if (request.lines.length > 0 === reply.lines.length > 0) return undefined;
      return request.lines.length > 0 ? 'request' : 'reply';
  }
}

/** The end whose interface wrote the records; undefined where the story does not say. */
export function localEnd(story: StoryView): 'initiator' | 'responder' | undefined {
  const way = toldWay(story);
  if (story.direction === 'unknown' || way === undefined) return undefined;
  const arrives = story.direction === 'ingress';
  return arrives === (way === 'request') ? 'responder' : 'initiator';
}
