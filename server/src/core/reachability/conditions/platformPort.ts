import { protocolWord } from '../../explain/transport';
import { platformBlockOf } from '../../tables/platformPorts';
import type { Condition } from './condition';

/**
 * No port of either end is one that the platform itself may drop. Not among the spec's conditions:
 * a client's own port may be such a one, and then the ACL need not be what refused the reply.
 */
export const platformPort: Condition = {
  name: 'platform-port',
  title: 'no port is one that the platform blocks',
  fails: ({ point, protocol, ported, initiatorPort, responderPort }, context) => {
    if (!ported || !context.mayBeTencent(point)) return undefined;
    const blocked = [initiatorPort, responderPort].find(port => platformBlockOf(protocol, port));
    if (blocked === undefined) return undefined;
    return `the platform itself may drop ${protocolWord(protocol)} ${blocked}, whatever the rules say`;
  },
};
