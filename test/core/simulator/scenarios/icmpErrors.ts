import { openConversation } from '../network/conversations';
import { landscape, peer } from '../network/landscape';
import { UDP } from '../packets/protocol';
import { clientPort } from '../traffic/clientPorts';
import { anyTime, converse } from '../traffic/converse';
import {
  PROHIBITED,
  reportUnreachable,
  talkDatagrams,
  TIME_EXCEEDED,
  TOO_BIG,
} from '../traffic/datagrams';
import { say, wireOf } from '../traffic/wire';
import { SERVICES } from '../network/landscape';
import type { Scenario } from './scenario';

const KINDS = ['closed', 'closed', 'filtered', 'too big', 'traceroute', 'fine'] as const;
const FIRST_TRACEROUTE_PORT = 33_434;

export const icmpErrors: Scenario = {
  name: 'icmp-errors',
  breaks: 'ICMP between two hosts is a ping: closed ports, filters and routers report as well',
  play(site, conversations) {
    const { random } = site.setup;
    const place = landscape(site, { clients: 2 });
    const router = peer(site, 0);
    for (let i = 0; i < conversations; i++) {
      const outside = random.pick(place.peers);
      const start = anyTime(site);
      const inbound = random.chance(0.5);
      const [from, to] = inbound
        ? [outside, random.pick(place.servers)]
        : [random.pick(place.clients), outside];
      const kind = random.pick(KINDS);
      if (kind === 'fine') {
        converse(site, from, to, random.pick(SERVICES), start);
        continue;
      }
      const port =
        kind === 'traceroute'
          ? FIRST_TRACEROUTE_PORT + random.whole(0, 30)
          : random.pick([53, 123, 161, 4500]);
      const conversation = openConversation(site, from, to, UDP, clientPort(random), port);
      const wire = wireOf(site, conversation);
      if (kind === 'closed')
        talkDatagrams(wire, start, { closed: true, count: random.whole(1, 4) });
      else {
        const error = { filtered: PROHIBITED, 'too big': TOO_BIG, traceroute: TIME_EXCEEDED }[kind];
        say(wire, 'request', { bytes: 1400 }, start, time => {
          reportUnreachable(wire, 'reply', error, time, inbound ? undefined : router);
        });
      }
      wire.timeline.run();
    }
  },
};
