/** What a story tells, from the most telling kind on; the order in which the codes are tried. */
export const CODES = [
  'throttled',
  'coverage-gap',
  'late-packets-rejected',
  'mixed-action-in-window',
  'action-changed',
  'conflicting-records',
  'both-ways-accepted',
  'reply-rejected-by-acl',
  'request-rejected',
  'no-reply-seen',
  'reply-without-request',
  'one-sided-collection',
] as const;

export type Code = (typeof CODES)[number];

export const CERTAINTIES = ['proved', 'likely', 'undecided'] as const;

/** `proved`: no other reading of the records is left under the assumptions stated. */
export type Certainty = (typeof CERTAINTIES)[number];

/** What stopped the traffic; `none` where nothing did. */
export type Layer =
  | 'security-group'
  | 'network-acl'
  | 'security-group-or-network-acl'
  | 'none'
  | 'bandwidth-limit'
  | 'unknown';

/** Of the side that was rejected or stayed unanswered, as the interface sees it. */
export type Direction = 'ingress' | 'egress' | 'unknown';
