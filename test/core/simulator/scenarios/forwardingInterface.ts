import { addressIn } from '../packets/address';
import { blockIn, landscape, SERVICES, vpcBlock } from '../network/landscape';
import type { Party } from '../packets/conversation';
import { CLIENT_GROUP, OPEN, serverGroups } from '../rules/policies';
import { converse, ping } from '../traffic/converse';
import type { Scenario } from './scenario';

export const forwardingInterface: Scenario = {
  name: 'forwarding-interface',
  breaks: 'an interface carries its own traffic: gateways, routers and virtual IPs carry others',
  play(site, conversations) {
    const { random } = site.setup;
    const place = landscape(site, { servers: 1, clients: 0 });
    const gatewaySubnet = site.subnet(blockIn(vpcBlock(site), 250), place.subnet.acl);
    const address = addressIn(gatewaySubnet.range, 4);
    const groups = random.pick([[OPEN], serverGroups(random, SERVICES), [CLIENT_GROUP]]);
    const gateway = site.interface({ subnet: gatewaySubnet, addresses: [address], groups });
    const behind = Array.from({ length: random.pick([1, 5]) }, (_, i): Party => ({
      address: addressIn(place.block, 60_000 + i),
      via: [gateway],
    }));
    const virtual: Party = {
      address: addressIn(gatewaySubnet.range, 100),
      point: gateway,
    };
    const own: Party = { address, point: gateway };
    const hosts = random.pick([behind, [...behind, own], [virtual, own], [virtual, ...behind]]);
    for (let i = 0; i < conversations; i++) {
      const host = random.pick(hosts);
      const peer = random.pick(place.peers);
      if (random.chance(0.15)) ping(site, host, peer);
      else if (random.chance(0.5)) converse(site, host, peer, random.pick(SERVICES));
      else converse(site, peer, host, random.pick(SERVICES));
    }
  },
};
