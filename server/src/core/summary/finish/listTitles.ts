import type { listsOf } from './lists';

/** What the lists of a summary are called in sentences. */
export const LIST_TITLES: Record<keyof ReturnType<typeof listsOf>, string> = {
  accounts: 'Accounts',
  interfaces: 'Interfaces',
  natGateways: 'NAT gateways',
  topSources: 'Sources',
  topDestinations: 'Destinations',
  topDestinationPorts: 'Destination ports',
  topConversations: 'Conversations',
  rejectedSources: 'Rejected sources',
  rejectedPorts: 'Rejected ports',
  rejectedPairs: 'Rejected pairs',
  regionPairs: 'Region pairs',
};

export const LIST_NAMES = Object.keys(LIST_TITLES) as (keyof typeof LIST_TITLES)[];
