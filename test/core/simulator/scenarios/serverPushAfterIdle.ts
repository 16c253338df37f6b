import { openConversation } from '../network/conversations';
import { landscape, type LandscapeOptions } from '../network/landscape';
import type { Site } from '../network/site';
import { ACK, PSH, TCP, UDP } from '../packets/protocol';
import { chooseTimers } from '../tracking/chooseTimers';
import { clientPort } from '../traffic/clientPorts';
import { anyTime } from '../traffic/converse';
import { ask, talkTcp } from '../traffic/tcp';
import { say, wireOf, type Wire } from '../traffic/wire';
import type { Scenario } from './scenario';

const KEEP_ALIVE = { bytes: 53, tcp: ACK };
const DATA = { bytes: 240, tcp: PSH | ACK };

export const serverPushAfterIdle: Scenario = {
  name: 'server-push-after-idle',
  breaks: 'the security group tracks a connection as long as its ends do',
  play: (site, conversations) => pushAfterIdle(site, conversations, {}),
};

/** Connections that fall silent until their tracking is gone, and are then used again. */
export function pushAfterIdle(site: Site, conversations: number, options: LandscapeOptions): void {
  const { random } = site.setup;
  const timers = { ...chooseTimers(random), established: random.pick([60, 120, 350]) };
  const place = landscape(site, {
    acl: random.chance(0.7) ? 'none' : { ingress: [{ allow: true }], egress: [{ allow: true }] },
    interface: { timers },
    ...options,
  });
  for (let i = 0; i < conversations; i++) {
    const peer = random.pick(place.peers);
    const [from, to] = random.chance(0.6)
      ? [peer, random.pick(place.servers)]
      : [random.pick(place.clients), peer];
    const idle = random.pick([5, 40, 100, 200, 400, 800, 1500]);
    const udp = random.chance(0.25);
    const port = udp ? random.pick([123, 4500, 53]) : random.pick([443, 22, 3306, 8080]);
    const protocol = udp ? UDP : TCP;
    const wire = wireOf(site, openConversation(site, from, to, protocol, clientPort(random), port));
    const start = anyTime(site);
    if (udp) pushDatagrams(wire, start, idle);
    else {
      talkTcp(wire, start, {
        close: 'none',
        exchanges: random.whole(0, 3),
        settled: time => awake(wire, time + idle),
      });
    }
    wire.timeline.run();
  }
}

/** The server pushes, the client sends a keep-alive, in this order or the other. */
function awake(wire: Wire, time: number): void {
  const { random } = wire.site.setup;
  const push = (at: number): void => ask(wire, 'reply', DATA, KEEP_ALIVE, at);
  const keepAlive = (at: number): void => ask(wire, 'request', KEEP_ALIVE, KEEP_ALIVE, at);
  const later = time + random.pick([0.2, 2, 20, 70]);
  const [first, second] = random.chance(0.6) ? [push, keepAlive] : [keepAlive, push];
  wire.timeline.plan(time, first);
  if (random.chance(0.6)) wire.timeline.plan(later, second);
}

function pushDatagrams(wire: Wire, start: number, idle: number): void {
  const { random } = wire.site.setup;
  say(wire, 'request', { bytes: 90 }, start, time => say(wire, 'reply', { bytes: 120 }, time));
  for (let i = random.whole(1, 5); i > 0; i--) {
    wire.timeline.plan(start + idle * i, now => say(wire, 'reply', { bytes: 120 }, now));
  }
  if (random.chance(0.3)) {
    wire.timeline.plan(start + idle * 1.5, now => say(wire, 'request', { bytes: 90 }, now));
  }
}
