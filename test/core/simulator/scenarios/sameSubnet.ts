import { addressIn } from '../packets/address';
import { blockIn, SERVICES, vpcBlock } from '../network/landscape';
import { CLIENT_GROUP, serverGroup, SHUT } from '../rules/policies';
import { converse, ping } from '../traffic/converse';
import { lateConversation } from './lateAfterClose';
import type { Scenario } from './scenario';

export const sameSubnet: Scenario = {
  name: 'same-subnet',
  breaks: 'a bound network ACL is asked: inside its subnet it never is',
  play(site, conversations) {
    const { random } = site.setup;
    const subnet = site.subnet(blockIn(vpcBlock(site), 5), SHUT);
    const host = (groups: Parameters<typeof site.interface>[0]['groups'], place: number) => {
      const address = addressIn(subnet.range, place);
      return { address, point: site.interface({ subnet, addresses: [address], groups }) };
    };
    const servers = [10, 11].map(place => host([serverGroup(SERVICES)], place));
    const clients = [20, 21, 22].map(place => host([CLIENT_GROUP], place));
    const place = { block: subnet.range, subnet, servers, clients, peers: clients };
    for (let i = 0; i < conversations; i++) {
      const [client, server] = [random.pick(clients), random.pick(servers)];
      if (random.chance(0.4)) {
        const peers = clients.filter(other => other !== client);
        lateConversation(site, { ...place, clients: [client], peers });
      } else if (random.chance(0.2)) ping(site, client, server);
      else converse(site, client, server, random.pick(SERVICES));
    }
  },
};
