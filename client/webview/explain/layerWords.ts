import type { StoryView } from '../../../server/src/core/requests';

/** What stopped the traffic, or may have, in the words of the records' documents. */
export const LAYER_NAMES: Readonly<Record<StoryView['layer'], string>> = {
  'security-group': 'security group',
  'network-acl': 'network ACL',
  'security-group-or-network-acl': 'security group or network ACL',
  none: 'nothing seen to block here',
  'bandwidth-limit': 'bandwidth limit',
  unknown: 'unknown',
};
