import { endOf } from '../network/logSetup';
import { landscape, SERVICES } from '../network/landscape';
import { openConversation } from '../network/conversations';
import { TCP } from '../packets/protocol';
import { ACLS, CLIENT_GROUP, OPEN, serverGroup, SHUT } from '../rules/policies';
import { Schedule } from '../rules/schedule';
import type { RuleSet } from '../rules/rule';
import { clientPort } from '../traffic/clientPorts';
import { anyTime } from '../traffic/converse';
import { talkTcp } from '../traffic/tcp';
import { wireOf } from '../traffic/wire';
import { ordinaryConversation } from './ordinary';
import type { Scenario } from './scenario';

export const ruleChanges: Scenario = {
  name: 'rule-changes',
  breaks: 'rules stay as they are: groups change under tracked connections, and so do ACLs',
  play(site, conversations) {
    const { random, origin } = site.setup;
    const acls = Object.values(ACLS).map(acl => acl(SERVICES));
    const acl = new Schedule<RuleSet | undefined>(random.pick([...acls, undefined]));
    const groups = new Schedule<readonly RuleSet[]>(
      random.pick([[serverGroup(SERVICES)], [CLIENT_GROUP], [OPEN]]),
    );
    const changes = random.whole(1, 4);
    const apart = (endOf(site.setup) - origin) / (changes + 1);
    for (let i = 1; i <= changes; i++) {
      const at = origin + (i + random.between(-0.4, 0.4)) * apart;
      if (random.chance(0.5)) acl.change(at, random.pick([...acls, SHUT, undefined]));
      else groups.change(at, random.pick([[serverGroup(SERVICES)], [CLIENT_GROUP], [SHUT]]));
    }
    const place = landscape(site, { acl, groups, peers: 15 });
    for (let i = 0; i < conversations; i++) {
      if (random.chance(0.5)) {
        ordinaryConversation(site, place);
        continue;
      }
      const peer = random.pick(place.peers);
      const [from, to] = random.chance(0.6)
        ? [peer, random.pick(place.servers)]
        : [random.pick(place.clients), peer];
      const port = random.pick([443, 22, 8080]);
      const wire = wireOf(site, openConversation(site, from, to, TCP, clientPort(random), port));
      talkTcp(wire, anyTime(site), {
        exchanges: random.whole(2, 30),
        pause: random.pick([3, 20, 70]),
        synTries: random.whole(1, 6),
      });
      wire.timeline.run();
    }
  },
};
