import { openConversation, openEcho } from '../network/conversations';
import { landscape, SERVICES } from '../network/landscape';
import { endOf } from '../network/logSetup';
import { TCP } from '../packets/protocol';
import { ACLS, CLIENT_GROUP, OPEN, serverGroup, SHUT } from '../rules/policies';
import type { RuleSet } from '../rules/rule';
import { Schedule } from '../rules/schedule';
import { clientPort } from '../traffic/clientPorts';
import { talkDatagrams } from '../traffic/datagrams';
import { talkTcp } from '../traffic/tcp';
import { wireOf } from '../traffic/wire';
import type { Scenario } from './scenario';

/** Seconds between two questions, so few that a security group forgets no connection. */
const PAUSES = { tcp: [2, 5, 20], ping: [1, 5, 40] } as const;

export const rulesUnderway: Scenario = {
  name: 'rules-underway',
  breaks: 'what stops was over: an ACL changes under connections in use and pings that go on',
  setup: setup => ({ ...setup, cloud: 'tencent', icmp: 'typed', form: 'positional' }),
  play(site, conversations) {
    const { random, origin } = site.setup;
    const span = endOf(site.setup) - origin;
    const acls = [SHUT, ...Object.values(ACLS).map(acl => acl(SERVICES))];
    const acl = new Schedule<RuleSet | undefined>(random.pick([OPEN, undefined]));
    acl.change(origin + random.between(0.4, 0.6) * span, random.pick(acls));
    if (random.chance(0.3)) acl.change(origin + random.between(0.7, 0.9) * span, OPEN);
    const groups = random.pick([[serverGroup(SERVICES)], [CLIENT_GROUP], [OPEN]]);
    const place = landscape(site, { acl, groups, peers: 15 });
    for (let i = 0; i < conversations; i++) {
      const peer = random.pick(place.peers);
      const [from, to] = random.chance(0.6)
        ? [peer, random.pick(place.servers)]
        : [random.pick(place.clients), peer];
      const start = origin + random.between(0, 0.6) * span;
      const isPing = random.chance(0.4);
      const pause = random.pick(isPing ? PAUSES.ping : PAUSES.tcp);
      const count = Math.floor((random.between(0.2, 0.5) * span) / pause);
      const wire = wireOf(
        site,
        isPing
          ? openEcho(site, from, to, random.whole(1, 65_535))
          : openConversation(site, from, to, TCP, clientPort(random), random.pick([443, 22])),
      );
      if (isPing) talkDatagrams(wire, start, { count, interval: pause });
      else talkTcp(wire, start, { exchanges: count, pause, close: 'none' });
      wire.timeline.run();
    }
  },
};
