import { openConversation } from '../network/conversations';
import { landscape } from '../network/landscape';
import { ACK, PSH, RST, TCP } from '../packets/protocol';
import { clientPort } from '../traffic/clientPorts';
import { anyTime } from '../traffic/converse';
import { talkTcp } from '../traffic/tcp';
import { say, wireOf } from '../traffic/wire';
import { CLIENT_GROUP } from '../rules/policies';
import type { Scenario } from './scenario';

/**
 * A client goes away after a long silence, its reset is lost on the way, and the server, which
 * knows nothing of it, sends what it has to send.
 */
export const resetAfterIdle: Scenario = {
  name: 'reset-after-idle',
  breaks:
    'a packet that is let through is a request, and the security group tracks it from then on',
  play(site, conversations) {
    const { random, window } = site.setup;
    const place = landscape(site, { acl: 'none', groups: [CLIENT_GROUP], clients: 2, servers: 0 });
    for (let i = 0; i < conversations; i++) {
      const from = random.pick(place.clients);
      const port = random.pick([443, 22, 3306, 8080]);
      const to = random.pick(place.peers);
      const wire = wireOf(site, openConversation(site, from, to, TCP, clientPort(random), port));
      // With and without timestamps; a keep-alive, or data.
      const resetSize = random.pick([40, 52]);
      const pushSize = random.pick([53, 200]);
      talkTcp(wire, anyTime(site), {
        close: 'none',
        exchanges: random.whole(0, 2),
        settled: time => {
          const reset = time + window * random.between(0.3, 4);
          wire.timeline.plan(reset, now => {
            say({ ...wire, loss: 1 }, 'request', { bytes: resetSize, tcp: RST | ACK }, now);
          });
          const push = reset + random.pick([-wire.delay / 2, 0.01, 0.3, 1.2, 5, 25, 58, 100]);
          for (let n = 0; n < 3; n++) {
            wire.timeline.plan(push + 0.3 * (2 ** n - 1), now =>
              say(wire, 'reply', { bytes: pushSize, tcp: PSH | ACK }, now),
            );
          }
        },
      });
      wire.timeline.run();
    }
  },
};
