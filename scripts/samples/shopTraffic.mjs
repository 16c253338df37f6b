import { conversation, TCP, UDP, volume, within } from './flows.mjs';
import * as places from './places.mjs';

const { bastion, web1, web2, mysql, redis } = places.interfaces;

/** @typedef {import('./flows.mjs').Flow} Flow */
/** @typedef {import('./flows.mjs').Window} Window */
/** @typedef {import('./random.mjs').Random} Random */

/** @type {(random: Random, window: Window, web: places.Interface) => Flow[]} */
export function healthChecks(random, window, web) {
  const checks = Math.floor((window.end - window.start) / 6);
  const from = random.pick(places.healthCheckers);
  return conversation({
    ends: { from, to: web.address, fromPort: random.clientPort(), toPort: 80, protocol: TCP },
    request: volume(random, checks * 5, 74),
    answer: volume(random, checks * 4, 92),
    points: [web.id],
    time: within(random, window, 0.9),
  });
}

/** @type {(random: Random, window: Window) => Flow[]} */
export function pageViews(random, window) {
  const web = random.pick([web1, web2]);
  const packets = random.between(9, 120);
  const toPort = random.chance(0.85) ? 443 : 80;
  const from = random.pick(places.visitors);
  return conversation({
    ends: { from, to: web.address, fromPort: random.clientPort(), toPort, protocol: TCP },
    request: volume(random, packets, 128),
    answer: volume(random, Math.ceil(packets * 1.4), 1180),
    points: [web.id],
    time: within(random, window, 0.3),
  });
}

/** @type {(random: Random, window: Window) => Flow[]} */
export function pageViews6(random, window) {
  const web = random.pick([web1, web2]);
  const packets = random.between(9, 60);
  const to = web.address6 ?? '';
  const from = random.pick(places.visitors6);
  return conversation({
    ends: { from, to, fromPort: random.clientPort(), toPort: 443, protocol: TCP },
    request: volume(random, packets, 148),
    answer: volume(random, Math.ceil(packets * 1.4), 1200),
    points: [web.id],
    time: within(random, window, 0.3),
  });
}

/**
 * A web server asks a database; both ends' interfaces see it.
 *
 * @type {(random: Random, window: Window) => Flow[]}
 */
export function queries(random, window) {
  const web = random.pick([web1, web2]);
  const { base, toPort } = random.pick([
    { base: mysql, toPort: 3306 },
    { base: redis, toPort: 6379 },
  ]);
  const asked = random.between(20, 400);
  const [from, to] = [web.address, base.address];
  return conversation({
    ends: { from, to, fromPort: random.clientPort(), toPort, protocol: TCP },
    request: volume(random, asked, toPort === 3306 ? 210 : 96),
    answer: volume(random, asked, toPort === 3306 ? 640 : 120),
    points: [web.id, base.id],
    time: within(random, window, 0.8),
  });
}

/** @type {(random: Random, window: Window) => Flow[]} */
export function nameLookup(random, window) {
  const asker = random.pick([web1, web2, bastion]);
  const to = random.pick(places.nameServers);
  return conversation({
    ends: { from: asker.address, to, fromPort: random.clientPort(), toPort: 53, protocol: UDP },
    request: volume(random, 1, 68),
    answer: volume(random, 1, 132),
    points: [asker.id],
    time: within(random, window, 0),
  });
}
