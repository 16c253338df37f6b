import type { StoryView } from '../../../../server/src/core/requests';
import { isBetweenRegions } from '../storyEnds';
import type { GateKind } from './pathModel';

/** How one way of a conversation fared. */
export type Fate =
  | { readonly kind: 'passed'; readonly what: string }
  | { readonly kind: 'stopped'; readonly by: GateKind; readonly certainty: StoryView['certainty'] }
  /** There are records with more than one action, or which action they have is not told. */
  | { readonly kind: 'mixed'; readonly what: string }
  | { readonly kind: 'unseen'; readonly what: string };

export interface Fates {
  readonly request: Fate;
  readonly reply: Fate;
}

const NO_RECORD: Fate = { kind: 'unseen', what: 'not on record' };
const GAP: Fate = { kind: 'unseen', what: 'not on record, data is missing here' };
const ON_RECORD: Fate = { kind: 'mixed', what: 'on record' };

/** How both ways fared, as far as the code of the story says it. */
export function fatesOf(story: StoryView): Fates {
  const passed = {
    kind: 'passed',
    what: isBetweenRegions(story) ? 'forwarded' : 'let through',
  } as const;
  const stopped: Fate = { kind: 'stopped', by: culprit(story), certainty: story.certainty };
  switch (story.code) {
    case 'both-ways-accepted':
      return { request: passed, reply: passed };
    case 'reply-rejected-by-acl':
      return { request: passed, reply: stopped };
    case 'request-rejected':
      return { request: stopped, reply: { kind: 'unseen', what: 'none on record' } };
    case 'no-reply-seen':
      return { request: passed, reply: { kind: 'unseen', what: 'none on record' } };
    case 'reply-without-request':
      return { request: NO_RECORD, reply: ON_RECORD };
    case 'action-changed':
      return {
        request: { kind: 'mixed', what: 'refused at one time, let through at another' },
        reply: recorded(story.reply, NO_RECORD),
      };
    case 'conflicting-records':
      return {
        request: { ...stopped, by: 'either', certainty: 'undecided' },
        reply: { kind: 'mixed', what: 'on record all the same' },
      };
    case 'throttled':
      return throttled(story, stopped);
    case 'coverage-gap':
      return { request: recorded(story.request, GAP), reply: recorded(story.reply, GAP) };
    default:
      return {
        request: recorded(story.request, NO_RECORD),
        reply: recorded(story.reply, NO_RECORD),
      };
  }
}

function culprit({ layer, certainty }: StoryView): GateKind {
  if (layer === 'bandwidth-limit') return 'bandwidth-limit';
  // Undecided, who was the initiator is open too, and with it whose rules were asked.
  if (certainty === 'undecided') return 'either';
  return layer === 'security-group' || layer === 'network-acl' ? layer : 'either';
}

function recorded({ lines }: StoryView['request'], otherwise: Fate): Fate {
  return lines.length > 0 ? ON_RECORD : otherwise;
}

/** A limit that both ways share: which of them it hit is in the sentence. */
function throttled({ request, reply }: StoryView, stopped: Fate): Fates {
  const both: Fate = { kind: 'mixed', what: 'on record, some of it throttled' };
  if (request.lines.length > 0 && reply.lines.length > 0) return { request: both, reply: both };
  return request.lines.length > 0
    ? { request: stopped, reply: NO_RECORD }
    : { request: NO_RECORD, reply: stopped };
}
