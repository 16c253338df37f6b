import { openEcho } from '../network/conversations';
import { landscape } from '../network/landscape';
import { anyTime } from '../traffic/converse';
import { talkDatagrams } from '../traffic/datagrams';
import { wireOf } from '../traffic/wire';
import type { Scenario } from './scenario';

export const pings: Scenario = {
  name: 'pings',
  breaks: 'one identifier, one conversation: identifiers used again, and by both sides',
  play(site, conversations) {
    const { random } = site.setup;
    const place = landscape(site, { peers: 25 });
    for (let i = 0; i < conversations; i++) {
      const local = random.pick([...place.servers, ...place.clients]);
      const peer = random.pick(place.peers);
      const [from, to] = random.chance(0.6) ? [peer, local] : [local, peer];
      const identifier = random.chance(0.2) ? random.whole(0, 3) : random.whole(4, 65535);
      let at = anyTime(site);
      const first = wireOf(site, openEcho(site, from, to, identifier));
      talkDatagrams(first, at, {
        count: random.pick([1, 2, 4, 4, 5, 30]),
        interval: random.pick([0.2, 1, 1, 5, 60]),
        think: random.pick([0.001, 0.001, 0.2, 3]),
        answers: random.pick([1, 1, 1, 0]),
      });
      if (random.chance(0.15)) {
        at += random.between(0.2, 100);
        const { timeline } = first;
        talkDatagrams(wireOf(site, openEcho(site, to, from, identifier), { timeline }), at, {
          count: random.pick([1, 4]),
        });
        i++;
      }
      first.timeline.run();
    }
  },
};
