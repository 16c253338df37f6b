import { openConversation } from '../network/conversations';
import { landscape } from '../network/landscape';
import type { Site } from '../network/site';
import type { Party } from '../packets/conversation';
import { TCP, UDP } from '../packets/protocol';
import { OPEN } from '../rules/policies';
import type { Random } from '../random';
import { clientPort, translatedPort } from '../traffic/clientPorts';
import { anyTime, converse } from '../traffic/converse';
import { talkTcp } from '../traffic/tcp';
import { wireOf } from '../traffic/wire';
import type { Scenario } from './scenario';

/** A protocol whose ports mislead, with the client's port and the server's. */
type Ports = (random: Random) => readonly [protocol: number, client: number, server: number];

const PORTS: readonly Ports[] = [
  // NFS and rsh, from a privileged port.
  random => [TCP, random.whole(600, 1023), 2049],
  random => [TCP, random.whole(512, 1023), 514],
  // gRPC, WireGuard and passive FTP: both ports high.
  random => [TCP, clientPort(random), 50_051],
  random => [UDP, clientPort(random), 51_820],
  random => [TCP, clientPort(random), random.whole(49_152, 65_535)],
  // Address translation on the way.
  random => [TCP, translatedPort(random), 443],
  random => [UDP, translatedPort(random), 53],
  random => [TCP, translatedPort(random), 8080],
  // Both ports the service's own.
  () => [UDP, 123, 123],
  () => [UDP, 500, 500],
  () => [UDP, 53, 53],
  // A scanner that pretends to be a server.
  random => [UDP, 53, clientPort(random)],
  random => [TCP, random.pick([20, 53, 80, 443]), clientPort(random)],
];

export const oddPorts: Scenario = {
  name: 'odd-ports',
  breaks: 'the lower port is the server, and a client port is high',
  play(site, conversations) {
    const { random } = site.setup;
    const places = [
      landscape(site, { peers: 60 }),
      landscape(site, { groups: [OPEN], acl: 'none' }),
      landscape(site, { groups: [OPEN] }),
    ];
    for (let i = 0; i < conversations; i++) {
      const place = random.pick(places);
      const peer = random.pick(place.peers);
      const [from, to] = random.chance(0.6)
        ? [peer, random.pick(place.servers)]
        : [random.pick(place.clients), peer];
      if (random.chance(0.1)) {
        activeFtp(site, from, to);
        continue;
      }
      const [protocol, client, port] = random.pick(PORTS)(random);
      converse(site, from, to, { protocol, port }, anyTime(site), client);
    }
  },
};

/** The server opens the data connection, from port 20 to where the client listens. */
function activeFtp(site: Site, client: Party, server: Party): void {
  const { random } = site.setup;
  const start = anyTime(site);
  const control = openConversation(site, client, server, TCP, clientPort(random), 21);
  const wire = wireOf(site, control);
  talkTcp(wire, start, {
    exchanges: 2,
    settled: time => {
      const data = openConversation(site, server, client, TCP, 20, clientPort(random));
      talkTcp(wireOf(site, data, { timeline: wire.timeline }), time + 0.05, { exchanges: 2 });
    },
  });
  wire.timeline.run();
}
