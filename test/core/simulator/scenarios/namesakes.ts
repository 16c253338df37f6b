import { addressIn } from '../packets/address';
import { blockIn, landscape, SERVICES, vpcBlock } from '../network/landscape';
import type { Party } from '../packets/conversation';
import { ACLS, OPEN, serverGroup } from '../rules/policies';
import { converse } from '../traffic/converse';
import type { Scenario } from './scenario';

/** So few that both ask the same of the same peers. */
const FEW = SERVICES.slice(0, 3);

export const namesakes: Scenario = {
  name: 'namesakes',
  breaks: 'an address is one host: networks that know nothing of each other have the same ones',
  play(site, conversations) {
    const { random } = site.setup;
    const place = landscape(site, { servers: 0, clients: 0, peers: 3 });
    const range = blockIn(vpcBlock(site), 210);
    const address = addressIn(range, 9);
    const acl = ACLS[random.pick(Object.keys(ACLS))]!(SERVICES);
    const twins = [[OPEN], [serverGroup(SERVICES)]].map((groups): Party => {
      const subnet = site.subnet(range, random.chance(0.5) ? acl : undefined);
      return { address, point: site.interface({ subnet, addresses: [address], groups }) };
    });
    for (let i = 0; i < conversations; i++) {
      const which = random.whole(0, 1);
      const peer = random.pick(place.peers);
      const [from, to] = random.chance(0.7) ? [twins[which]!, peer] : [peer, twins[which]!];
      // Of no five-tuple there are two at once, for a flow has one way through the network.
      const port = 32_768 + 2 * random.whole(0, 14_000) + which;
      converse(site, from, to, random.pick(FEW), undefined, port);
    }
  },
};
