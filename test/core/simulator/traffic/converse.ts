import { endOf } from '../network/logSetup';
import { openConversation, openEcho } from '../network/conversations';
import type { Site } from '../network/site';
import type { Party } from '../packets/conversation';
import { TCP } from '../packets/protocol';
import type { Random } from '../random';
import type { Service } from '../rules/policies';
import { clientPort } from './clientPorts';
import { talkDatagrams } from './datagrams';
import { talkTcp, type TcpScript } from './tcp';
import { wireOf } from './wire';

/** A time at which something may begin: anywhere in the log. */
export function anyTime({ setup }: Site): number {
  return setup.random.between(setup.origin, endOf(setup) - 5);
}

/** A client asks a service, in one of the ordinary ways. */
export function converse(
  site: Site,
  initiator: Party,
  responder: Party,
  { protocol, port }: Service,
  start = anyTime(site),
  initiatorPort = clientPort(site.setup.random),
): void {
  const { random } = site.setup;
  const conversation = openConversation(site, initiator, responder, protocol, initiatorPort, port);
  const wire = wireOf(site, conversation);
  if (protocol === TCP) talkTcp(wire, start, ordinaryTcp(random));
  else {
    talkDatagrams(wire, start, {
      count: random.pick([1, 1, 2, 3, 6]),
      interval: random.pick([1, 2, 5]),
      answers: random.pick([1, 1, 1, 2, 5]),
      think: random.pick([0.001, 0.02, 0.4, 2.5]),
      untilAnswered: random.chance(0.7),
    });
  }
  wire.timeline.run();
}

/** Somebody pings somebody. */
export function ping(site: Site, initiator: Party, responder: Party, start = anyTime(site)): void {
  const { random } = site.setup;
  const wire = wireOf(site, openEcho(site, initiator, responder, random.whole(1, 65535)));
  talkDatagrams(wire, start, { count: random.pick([1, 3, 4, 4, 10, 60, 200]) });
  wire.timeline.run();
}

function ordinaryTcp(random: Random): TcpScript {
  return {
    port: random.pick(['open', 'open', 'open', 'open', 'open', 'open', 'closed', 'silent']),
    synTries: random.whole(1, 5),
    exchanges: random.pick([0, 1, 1, 2, 4]),
    pause: random.pick([0.02, 0.3, 1.5, 20, 100]),
    close: random.pick(['request', 'request', 'reply', 'reset', 'none']),
  };
}
