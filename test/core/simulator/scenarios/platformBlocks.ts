import { landscape } from '../network/landscape';
import { TCP, UDP } from '../packets/protocol';
import { UNSUPPORTED_CLIENT_PORTS } from '../rules/platform';
import { OPEN } from '../rules/policies';
import { clientPort } from '../traffic/clientPorts';
import { anyTime, converse } from '../traffic/converse';
import type { Scenario } from './scenario';

const BLOCKED = [
  { protocol: TCP, port: 25 },
  { protocol: TCP, port: 445 },
  { protocol: TCP, port: 135 },
  { protocol: TCP, port: 139 },
  { protocol: UDP, port: 137 },
  { protocol: UDP, port: 1434 },
] as const;
const SERVED = [
  { protocol: TCP, port: 443 },
  { protocol: TCP, port: 22 },
  { protocol: UDP, port: 53 },
] as const;

export const platformBlocks: Scenario = {
  name: 'platform-blocks',
  breaks: 'some rule refused it: the platform drops ports of its own, as a client port too',
  play(site, conversations) {
    const { random } = site.setup;
    const places = [landscape(site), landscape(site, { groups: [OPEN], acl: 'none' })];
    for (let i = 0; i < conversations; i++) {
      const place = random.pick(places);
      const peer = random.pick(place.peers);
      const [from, to] = random.chance(0.5)
        ? [peer, random.pick(place.servers)]
        : [random.pick(place.clients), peer];
      const kind = random.pick(['blocked', 'blocked client port', 'fine']);
      if (kind === 'blocked') converse(site, from, to, random.pick(BLOCKED));
      else {
        const port = kind === 'fine' ? clientPort(random) : random.pick(UNSUPPORTED_CLIENT_PORTS);
        converse(site, from, to, random.pick(SERVED), anyTime(site), port);
      }
    }
  },
};
