import { openConversation } from '../network/conversations';
import { landscape } from '../network/landscape';
import { TCP, UDP } from '../packets/protocol';
import { Timeline } from '../packets/timeline';
import { clientPort } from '../traffic/clientPorts';
import { anyTime } from '../traffic/converse';
import { talkDatagrams } from '../traffic/datagrams';
import { talkTcp } from '../traffic/tcp';
import { wireOf } from '../traffic/wire';
import type { Scenario } from './scenario';

/** Ports that both ends of a protocol between equals may open from and to. */
const EQUALS = [
  [TCP, 179, 179],
  [TCP, 7946, 7946],
  [TCP, 40000, 40001],
  [UDP, 500, 500],
  [UDP, 4500, 4500],
  [UDP, 7946, 7946],
  [UDP, 123, 123],
] as const satisfies readonly (readonly [protocol: number, near: number, far: number])[];

export const otherSideOpens: Scenario = {
  name: 'other-side-opens',
  breaks: 'the side that opened a five-tuple once opens it always',
  play(site, conversations) {
    const { random } = site.setup;
    const place = landscape(site, { peers: 60, ...(random.chance(0.6) && { acl: 'none' }) });
    // One for all, since two that are drawn may be of one five-tuple.
    const timeline = new Timeline();
    for (let i = 0; i < conversations;) {
      const local = random.pick([...place.servers, ...place.clients]);
      const peer = random.pick(place.peers);
      const [protocol, ...ports] = random.pick(EQUALS);
      let [near, far]: [number, number] = ports;
      if (random.chance(0.4)) far = clientPort(random);
      else if (random.chance(0.3)) near = clientPort(random);
      let at = anyTime(site);
      let outbound = random.chance(0.5);
      for (let use = random.whole(2, 4); use > 0; use--, i++) {
        const conversation = outbound
          ? openConversation(site, local, peer, protocol, near, far)
          : openConversation(site, peer, local, protocol, far, near);
        const wire = wireOf(site, conversation, { timeline });
        if (protocol === TCP) {
          talkTcp(wire, at, {
            port: random.pick(['open', 'closed', 'silent', 'silent']),
            synTries: random.whole(1, 3),
            close: random.pick(['request', 'reply', 'reset', 'none']),
          });
        } else {
          talkDatagrams(wire, at, { count: random.whole(1, 3), answers: random.pick([0, 0, 1]) });
        }
        outbound = random.chance(0.8) ? !outbound : outbound;
        at += random.pick([0, 0.4, 1.5, 10, 28, 32, 58, 63, 125, 400]);
      }
    }
    timeline.run();
  },
};
