import { openConversation } from '../network/conversations';
import { landscape } from '../network/landscape';
import { UDP } from '../packets/protocol';
import { clientPort } from '../traffic/clientPorts';
import { anyTime, converse } from '../traffic/converse';
import { post, say, wireOf, type Sender, type Wire } from '../traffic/wire';
import { SERVICES } from '../network/landscape';
import type { Scenario } from './scenario';

export const fragments: Scenario = {
  name: 'fragments',
  breaks: 'a TCP or UDP packet carries ports: later fragments carry none',
  play(site, conversations) {
    const { random } = site.setup;
    const place = landscape(site);
    for (let i = 0; i < conversations; i++) {
      const peer = random.pick(place.peers);
      const [from, to] = random.chance(0.6)
        ? [peer, random.pick(place.servers)]
        : [random.pick(place.clients), peer];
      if (random.chance(0.3)) {
        converse(site, from, to, random.pick(SERVICES));
        continue;
      }
      const port = random.pick([53, 4500, 123]);
      const wire = wireOf(site, openConversation(site, from, to, UDP, clientPort(random), port));
      const count = random.whole(1, 4);
      const large = random.pick(['reply', 'request', 'both']);
      let answered = false;
      sayFragmented(wire, 'request', large === 'reply' ? 0 : count, anyTime(site), time => {
        if (answered) return;
        answered = true;
        sayFragmented(wire, 'reply', large === 'request' ? 0 : count, time + 0.002);
      });
      wire.timeline.run();
    }
  },
};

/** A datagram in one piece with ports and so many without. */
function sayFragmented(
  wire: Wire,
  sender: Sender,
  later: number,
  time: number,
  arrived?: (time: number) => void,
): void {
  const { conversation, site } = wire;
  const { initiator, responder, protocol, connection } = conversation;
  const [from, to] = sender === 'request' ? [initiator, responder] : [responder, initiator];
  say(wire, sender, { bytes: later === 0 ? 120 : 1500 }, time, arrived);
  const { fragmentPort: port } = site.setup;
  for (let i = 0; i < later; i++) {
    const flow = site.flow(from, to, protocol, port, port);
    const packet = { flow, connection, source: from.address, conversation, bytes: 1500, tcp: 0 };
    post(wire, { ...packet, role: 'fragment' }, time + 0.0001 * (i + 1));
  }
}
