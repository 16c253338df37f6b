import { landscape } from '../network/landscape';
import { ESP, GRE } from '../packets/protocol';
import { ACLS, CLIENT_GROUP, OPEN } from '../rules/policies';
import { anyTime, converse } from '../traffic/converse';
import { ordinaryConversation } from './ordinary';
import type { Scenario } from './scenario';

export const tunnels: Scenario = {
  name: 'tunnels',
  breaks: 'protocols have ports, and with them a direction: GRE and ESP have neither',
  play(site, conversations) {
    const { random } = site.setup;
    const place = landscape(site, { groups: [OPEN], peers: 120 });
    const quiet = landscape(site, {
      groups: [CLIENT_GROUP],
      peers: 120,
      acl: ACLS['ports but no pings']!([]),
    });
    for (let i = 0; i < conversations; i++) {
      const at = random.pick([place, quiet]);
      if (random.chance(0.4)) {
        ordinaryConversation(site, at);
        continue;
      }
      const peer = random.pick(at.peers);
      const local = random.pick([...at.servers, ...at.clients]);
      const [from, to] = random.chance(0.5) ? [peer, local] : [local, peer];
      converse(site, from, to, { protocol: random.pick([GRE, ESP]), port: 0 }, anyTime(site), 0);
    }
  },
};
