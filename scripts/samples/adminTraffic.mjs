import { conversation, ICMP, TCP, volume, within } from './flows.mjs';
import { interfaces, office } from './places.mjs';

const { bastion } = interfaces;

/** @typedef {import('./flows.mjs').Flow} Flow */
/** @typedef {import('./flows.mjs').Window} Window */
/** @typedef {import('./random.mjs').Random} Random */

/** @type {(random: Random, window: Window) => Flow[]} */
export function shell(random, window) {
  const packets = random.between(40, 600);
  const [from, to] = [office, bastion.address];
  return conversation({
    ends: { from, to, fromPort: random.clientPort(), toPort: 22, protocol: TCP },
    request: volume(random, packets, 96),
    answer: volume(random, packets, 164),
    points: [bastion.id],
    time: within(random, window, 0.7),
  });
}

/**
 * The office pings the bastion; port fields hold the identifier, and type × 256 + code.
 *
 * @type {(random: Random, window: Window) => Flow[]}
 */
export function ping(random, window) {
  const [from, to, identifier] = [office, bastion.address, random.between(1, 65_535)];
  const count = random.between(4, 20);
  const echo = { protocol: ICMP, fromPort: identifier, packets: count, bytes: count * 84 };
  const common = { point: bastion.id, ...echo, ...within(random, window, 0.2) };
  return [
    { ...common, from, to, toPort: 2048, action: 'ACCEPT' },
    { ...common, from: to, to: from, toPort: 0, action: 'ACCEPT' },
  ];
}
