import { openConversation } from '../network/conversations';
import { landscape, type Landscape } from '../network/landscape';
import type { Site } from '../network/site';
import { ACK, FIN, PSH, RST, TCP } from '../packets/protocol';
import { clientPort } from '../traffic/clientPorts';
import { anyTime, converse } from '../traffic/converse';
import { RST_SEGMENT, talkTcp } from '../traffic/tcp';
import { otherSide, say, wireOf } from '../traffic/wire';
import { SERVICES } from '../network/landscape';
import type { Scenario } from './scenario';

const LATE = [PSH | ACK, FIN | ACK, ACK, RST | ACK] as const;

export const lateAfterClose: Scenario = {
  name: 'late-after-close',
  breaks: 'what belongs to a conversation comes while it lasts',
  play(site, conversations) {
    const place = landscape(site, { acl: 'none' });
    const behindAcl = landscape(site);
    for (let i = 0; i < conversations; i++) {
      lateConversation(site, site.setup.random.chance(0.6) ? place : behindAcl);
    }
  },
};

/** Talks, closes, and then one side or both send more. */
export function lateConversation(site: Site, place: Landscape): void {
  const { random } = site.setup;
  const peer = random.pick(place.peers);
  const [from, to] = random.chance(0.6)
    ? [peer, random.pick(place.servers)]
    : [random.pick(place.clients), peer];
  if (random.chance(0.2)) {
    converse(site, from, to, random.pick(SERVICES));
    return;
  }
  const port = random.pick([443, 22, 80, 8080, 3306]);
  const conversation = openConversation(site, from, to, TCP, clientPort(random), port);
  const wire = wireOf(site, conversation);
  talkTcp(wire, anyTime(site), {
    port: random.pick(['open', 'open', 'open', 'closed']),
    exchanges: random.whole(0, 3),
    pause: random.pick([0.1, 2, 30]),
    close: random.pick(['request', 'reply', 'reset']),
    settled: time => {
      const late = time + random.pick([0.05, 0.4, 3, 15, 45, 130, 400]);
      const count = random.whole(1, 4);
      const sender = random.pick(['reply', 'reply', 'request'] as const);
      const tcp = random.pick(LATE);
      for (let i = 0; i < count; i++) {
        wire.timeline.plan(late + 0.4 * (2 ** i - 1), now =>
          say(wire, sender, { bytes: 60, tcp }, now, arrival => {
            // A connection that is gone is answered with a reset; a reset is not answered.
            if (!(tcp & RST)) say(wire, otherSide(sender), RST_SEGMENT, arrival);
          }),
        );
      }
    },
  });
  wire.timeline.run();
}
