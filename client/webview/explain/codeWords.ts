import type { StoryView } from '../../../server/src/core/requests';

/** What each code is called on the page, in words that hold whatever the certainty. */
const TITLES: Readonly<Record<string, string>> = {
  throttled: 'Throttled between regions',
  'coverage-gap': 'Data missing where the other side should be',
  'late-packets-rejected': 'Late packets refused',
  'mixed-action-in-window': 'Accepted and refused at the same time',
  'action-changed': 'The action changed between windows',
  'conflicting-records': 'Refused, and yet answered',
  'both-ways-accepted': 'Accepted both ways',
  'reply-rejected-by-acl': 'Request accepted, reply refused',
  'request-rejected': 'Request refused',
  'no-reply-seen': 'Request accepted, no reply seen',
  'reply-without-request': 'Reply without a request',
  'one-sided-collection': 'Only one action collected',
};

/** A code this page does not know is its own title. */
export function titleOf(code: string): string {
  return Object.hasOwn(TITLES, code) ? TITLES[code]! : code;
}

/** What a story is called: who did it, as far as that is certain. */
export function titleOfStory({ code, certainty, layer }: StoryView): string {
  const isByAcl = code === 'reply-rejected-by-acl' && layer === 'network-acl';
  if (!isByAcl || certainty === 'undecided') return titleOf(code);
  return certainty === 'proved'
    ? 'The network ACL refused the reply'
    : 'Likely the network ACL refused the reply';
}
