import { openConversation } from '../network/conversations';
import { landscape } from '../network/landscape';
import { TCP } from '../packets/protocol';
import { Schedule } from '../rules/schedule';
import { CLIENT_GROUP, OPEN, serverGroup, SHUT } from '../rules/policies';
import { SERVICES } from '../network/landscape';
import { clientPort } from '../traffic/clientPorts';
import { converse } from '../traffic/converse';
import { talkTcp } from '../traffic/tcp';
import { wireOf } from '../traffic/wire';
import type { Scenario } from './scenario';

export const midConnection: Scenario = {
  name: 'mid-connection',
  breaks: 'the beginning is on record: connections are older than the file',
  play(site, conversations) {
    const { random, origin, window } = site.setup;
    // What lets connections begin may be gone before the file begins.
    const since = origin - random.between(0, 2) * window;
    const groups = new Schedule(random.pick([[serverGroup(SERVICES)], [CLIENT_GROUP]]));
    if (random.chance(0.5)) groups.change(since, random.pick([[SHUT], [OPEN]]));
    const place = landscape(site, { groups, ...(random.chance(0.6) && { acl: 'none' }) });
    for (let i = 0; i < conversations; i++) {
      const peer = random.pick(place.peers);
      const [from, to] = random.chance(0.6)
        ? [peer, random.pick(place.servers)]
        : [random.pick(place.clients), peer];
      const start = origin - random.between(-1, 3) * window;
      if (random.chance(0.2)) {
        converse(site, from, to, random.pick(SERVICES), start);
        continue;
      }
      const port = random.pick([443, 22, 3306, 8080, 50_051]);
      const wire = wireOf(site, openConversation(site, from, to, TCP, clientPort(random), port));
      talkTcp(wire, start, {
        exchanges: random.whole(4, 16),
        pause: window * random.pick([0.05, 0.3, 1.1, 2.1]),
        close: random.pick(['request', 'reply', 'reset', 'none']),
      });
      wire.timeline.run();
    }
  },
};
