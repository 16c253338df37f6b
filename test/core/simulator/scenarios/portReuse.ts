import { openConversation } from '../network/conversations';
import { landscape, SERVICES } from '../network/landscape';
import { TCP } from '../packets/protocol';
import { Timeline } from '../packets/timeline';
import { clientPort } from '../traffic/clientPorts';
import { anyTime } from '../traffic/converse';
import { talkDatagrams } from '../traffic/datagrams';
import { talkTcp } from '../traffic/tcp';
import { wireOf } from '../traffic/wire';
import type { Scenario } from './scenario';

export const portReuse: Scenario = {
  name: 'port-reuse',
  breaks: 'one five-tuple, one conversation',
  play(site, conversations) {
    const { random } = site.setup;
    const place = landscape(site);
    for (let i = 0; i < conversations;) {
      const peer = random.pick(place.peers);
      const [from, to] = random.chance(0.6)
        ? [peer, random.pick(place.servers)]
        : [random.pick(place.clients), peer];
      const { protocol, port } = random.pick(SERVICES);
      const ownPort = clientPort(random);
      const listens = random.pick(['open', 'open', 'closed', 'silent'] as const);
      const timeline = new Timeline();
      let at = anyTime(site);
      for (let use = random.whole(2, 4); use > 0; use--, i++) {
        const conversation = openConversation(site, from, to, protocol, ownPort, port);
        const wire = wireOf(site, conversation, { timeline });
        if (protocol === TCP) {
          talkTcp(wire, at, {
            port: listens,
            synTries: random.whole(1, 3),
            close: random.pick(['request', 'reply', 'reset', 'none']),
          });
        } else {
          talkDatagrams(wire, at, { count: random.whole(1, 3), answers: random.pick([0, 1, 2]) });
        }
        at += random.pick([2, 20, 61, 90, 300, 900]);
      }
      timeline.run();
    }
  },
};
