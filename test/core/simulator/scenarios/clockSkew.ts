import { addressIn, range } from '../packets/address';
import { blockIn, SERVICES, vpcBlock } from '../network/landscape';
import type { Party } from '../packets/conversation';
import { ACLS, CLIENT_GROUP, OPEN, serverGroups } from '../rules/policies';
import { converse, ping } from '../traffic/converse';
import type { Scenario } from './scenario';

export const clockSkew: Scenario = {
  name: 'clock-skew',
  breaks: 'all interfaces have one clock; here two ends of a conversation are seconds apart',
  play(site, conversations) {
    const { random } = site.setup;
    const blocks = [vpcBlock(site), range(`172.${16 + (site.number % 16)}.0.0/16`)];
    const hosts = Array.from({ length: 5 }, (_, i): Party => {
      const acl = random.chance(0.4) ? undefined : ACLS[random.pick(Object.keys(ACLS))]!(SERVICES);
      const subnet = site.subnet(blockIn(blocks[i % 2]!, 20 + i), acl);
      const address = addressIn(subnet.range, 8 + i);
      const groups = random.pick([serverGroups(random, SERVICES), [CLIENT_GROUP], [OPEN]]);
      const capture = { skew: random.pick([0, -0.4, 2.3, -7, 31, -61]) };
      return { address, point: site.interface({ subnet, addresses: [address], groups, capture }) };
    });
    for (let i = 0; i < conversations; i++) {
      const from = random.pick(hosts);
      const to = random.pick(hosts.filter(host => host !== from));
      if (random.chance(0.2)) ping(site, from, to);
      else converse(site, from, to, random.pick(SERVICES));
    }
  },
};
