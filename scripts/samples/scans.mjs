import { TCP, within } from './flows.mjs';
import * as places from './places.mjs';

const { bastion, web1, web2 } = places.interfaces;

/** @typedef {import('./flows.mjs').Flow} Flow */
/** @typedef {import('./flows.mjs').Window} Window */
/** @typedef {import('./random.mjs').Random} Random */

/**
 * A scanner knocks at a port that the security group does not open.
 *
 * @type {(random: Random, window: Window) => Flow[]}
 */
export function scan(random, window) {
  const target = random.pick([bastion, web1, web2]);
  const packets = random.between(1, 3);
  return [
    {
      point: target.id,
      from: random.pick(places.scanners),
      to: target.address,
      fromPort: random.clientPort(),
      toPort: random.pick(places.scannedPorts),
      protocol: TCP,
      packets,
      bytes: packets * random.pick([40, 44, 60]),
      ...within(random, window, 0),
      action: 'REJECT',
    },
  ];
}
