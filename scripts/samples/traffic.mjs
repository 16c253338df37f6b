import { ping, shell } from './adminTraffic.mjs';
import { interfaces } from './places.mjs';
import { scan } from './scans.mjs';
import { healthChecks, nameLookup, pageViews, pageViews6, queries } from './shopTraffic.mjs';

const { web1, web2 } = interfaces;

/** @typedef {import('./flows.mjs').Flow} Flow */
/** @typedef {import('./flows.mjs').Window} Window */
/** @typedef {import('./random.mjs').Random} Random */

/**
 * What the shop's interfaces record in one capture window.
 *
 * @param {Random} random
 * @param {Window} window
 * @returns {Flow[]}
 */
export function oneWindow(random, window) {
  const flows = [
    ...[web1, web2].flatMap(web => healthChecks(random, window, web)),
    ...times(random.between(3, 6), () => pageViews(random, window)),
    ...times(random.between(1, 3), () => queries(random, window)),
    ...times(random.between(1, 2), () => nameLookup(random, window)),
    ...times(random.between(1, 4), () => scan(random, window)),
  ];
  if (random.chance(0.5)) flows.push(...pageViews6(random, window));
  if (random.chance(0.4)) flows.push(...shell(random, window));
  if (random.chance(0.3)) flows.push(...ping(random, window));
  return flows.sort((a, b) => a.start - b.start);
}

/** @type {(count: number, make: () => Flow[]) => Flow[]} */
function times(count, make) {
  return Array.from({ length: count }, make).flat();
}
