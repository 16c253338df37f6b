import { addressIn, range } from '../packets/address';
import { SERVICES } from '../network/landscape';
import type { Party } from '../packets/conversation';
import { ACLS, CLIENT_GROUP, serverGroups } from '../rules/policies';
import { lateConversation } from './lateAfterClose';
import { ordinaryConversation } from './ordinary';
import type { Scenario } from './scenario';

export const ipv6: Scenario = {
  name: 'ipv6',
  breaks: 'addresses have four octets',
  play(site, conversations) {
    const { random } = site.setup;
    const block = range(`2001:db8:${(site.number + 16).toString(16)}::/48`);
    const acl = random.chance(0.2) ? undefined : ACLS[random.pick(Object.keys(ACLS))]!(SERVICES);
    const subnet = site.subnet(range(`${addressIn(block, 0).text}/64`), acl);
    const host = (groups: Parameters<typeof site.interface>[0]['groups'], place: number): Party => {
      const address = addressIn(subnet.range, place);
      return { address, point: site.interface({ subnet, addresses: [address], groups }) };
    };
    // Of more than one subnet, so that they cannot all be an interface's own.
    const far = [range('2001:db8:ffff:1::/64'), range('2001:db8:f00f:1::/64')];
    const place = {
      block,
      subnet,
      servers: [host(serverGroups(random, SERVICES), 0x10), host(serverGroups(random, []), 0xb0b)],
      clients: [host([CLIENT_GROUP], 0xcafe)],
      peers: Array.from({ length: 40 }, () => ({
        address: addressIn(random.pick(far), random.whole(1, 9999)),
      })),
    };
    for (let i = 0; i < conversations; i++) {
      if (random.chance(0.8)) ordinaryConversation(site, place);
      else lateConversation(site, place);
    }
  },
};
