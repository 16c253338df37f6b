import { addressIn, range } from '../packets/address';
import { blockIn, peer, SERVICES, vpcBlock } from '../network/landscape';
import { ACLS, serverGroups } from '../rules/policies';
import { converse, ping } from '../traffic/converse';
import type { Scenario } from './scenario';

export const severalAddresses: Scenario = {
  name: 'several-addresses',
  breaks: 'an interface has one address: secondary and IPv6 addresses are its own as well',
  play(site, conversations) {
    const { random } = site.setup;
    const acl = ACLS[random.pick(Object.keys(ACLS))]!(SERVICES);
    const subnet = site.subnet(blockIn(vpcBlock(site), 9), acl);
    const v4 = [10, 11, 12].map(place => addressIn(subnet.range, place));
    const v6 = addressIn(range(`2001:db8:${site.number + 16}::/64`), 0x10);
    const addresses = random.pick([[v4[0]!, v6], v4, v4.slice(1)]);
    const point = site.interface({ subnet, addresses, groups: serverGroups(random, SERVICES) });
    const far = range('2001:db8:ffff::/64');
    for (let i = 0; i < conversations; i++) {
      const address = random.pick(addresses);
      const host = { address, point };
      const other =
        address === v6 ? { address: addressIn(far, random.whole(1, 40)) } : peer(site, 0.2);
      if (random.chance(0.2)) ping(site, other, host);
      else converse(site, other, host, random.pick(SERVICES));
    }
  },
};
