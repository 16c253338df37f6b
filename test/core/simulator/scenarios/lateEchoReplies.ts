import { openEcho } from '../network/conversations';
import { landscape } from '../network/landscape';
import { CLIENT_GROUP } from '../rules/policies';
import { anyTime, ping } from '../traffic/converse';
import { talkDatagrams } from '../traffic/datagrams';
import { wireOf } from '../traffic/wire';
import type { Scenario } from './scenario';

/** Hosts behind cellular and satellite links, and suspended ones, answer after a minute and more. */
export const lateEchoReplies: Scenario = {
  name: 'late-echo-replies',
  breaks: 'an echo reply follows its own request, not the one before the last',
  play(site, conversations) {
    const { random } = site.setup;
    const place = landscape(site, { groups: [CLIENT_GROUP], acl: 'none', peers: 60 });
    for (let i = 0; i < conversations; i++) {
      const local = random.pick(place.clients);
      const peer = random.pick(place.peers);
      if (random.chance(0.4)) {
        ping(site, local, peer);
        continue;
      }
      const wire = wireOf(site, openEcho(site, local, peer, random.whole(1, 65_535)));
      talkDatagrams(wire, anyTime(site), {
        count: random.whole(1, 5),
        interval: random.pick([45, 60, 90]),
        think: random.pick([20, 40, 80]),
      });
      wire.timeline.run();
    }
  },
};
