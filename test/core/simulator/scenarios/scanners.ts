import { openConversation } from '../network/conversations';
import { landscape, peer } from '../network/landscape';
import { ACK, RST, SYN, TCP } from '../packets/protocol';
import { clientPort, translatedPort } from '../traffic/clientPorts';
import { anyTime } from '../traffic/converse';
import { say, wireOf } from '../traffic/wire';
import { ordinaryConversation } from './ordinary';
import type { Scenario } from './scenario';

export const scanners: Scenario = {
  name: 'scanners',
  breaks: 'a record belongs to something: scans ask everything, backscatter answers nobody',
  play(site, conversations) {
    const { random } = site.setup;
    const place = landscape(site);
    for (let i = 0; i < conversations; i++) {
      const kind = random.pick(['scan', 'scan', 'backscatter', 'ordinary']);
      if (kind === 'ordinary') {
        ordinaryConversation(site, place);
        continue;
      }
      const target = random.pick([...place.servers, ...place.clients]);
      const source = peer(site, 0.05);
      const start = anyTime(site);
      if (kind === 'scan') {
        const port = random.pick([22, 23, 80, 443, 3389, 5432, random.whole(1, 65_535)]);
        const scan = openConversation(site, source, target, TCP, translatedPort(random), port);
        const wire = wireOf(site, scan);
        say(wire, 'request', { bytes: 40, tcp: SYN }, start, time => {
          // What scans with packets of its own makes its system answer with a reset.
          say(wire, 'reply', { bytes: 44, tcp: SYN | ACK }, time, back => {
            say(wire, 'request', { bytes: 40, tcp: RST }, back);
          });
        });
        wire.timeline.run();
        continue;
      }
      // Somebody asked in the target's name; the target never did, and what comes is no reply.
      const port = random.pick([80, 443, 53]);
      const forged = openConversation(site, source, target, TCP, port, clientPort(random));
      const wire = wireOf(site, forged);
      const tcp = random.pick([SYN | ACK, RST | ACK]);
      say(wire, 'request', { bytes: 44, tcp, stray: true }, start, time => {
        if (!(tcp & RST)) say(wire, 'reply', { bytes: 40, tcp: RST, stray: true }, time);
      });
      wire.timeline.run();
    }
  },
};
