import { addressIn, range } from '../packets/address';
import { landscape, SERVICES } from '../network/landscape';
import { OPEN, serverGroup } from '../rules/policies';
import { converse, ping } from '../traffic/converse';
import { ordinaryConversation } from './ordinary';
import type { Scenario } from './scenario';

export const providerServices: Scenario = {
  name: 'provider-services',
  breaks: 'the security group is asked: for health checks and services of the provider it is not',
  play(site, conversations) {
    const { random } = site.setup;
    const unasked = range(random.pick(['100.64.0.0/10', '169.254.128.0/17']));
    const groups = random.pick([[serverGroup(SERVICES)], [serverGroup([])], [OPEN]]);
    const acl = random.chance(0.6) ? { acl: 'none' as const } : {};
    const place = landscape(site, { groups, ...acl, interface: { unasked } });
    for (let i = 0; i < conversations; i++) {
      if (random.chance(0.4)) {
        ordinaryConversation(site, place);
        continue;
      }
      const checker = { address: addressIn(unasked, random.whole(1, 400)) };
      const server = random.pick(place.servers);
      if (random.chance(0.15)) ping(site, checker, server);
      else converse(site, checker, server, random.pick(SERVICES));
    }
  },
};
