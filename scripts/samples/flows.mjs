/**
 * What one capture window of one interface holds about one direction of a connection.
 *
 * @typedef {object} Flow
 * @property {string} point  the interface that saw it
 * @property {string} from
 * @property {string} to
 * @property {number} fromPort
 * @property {number} toPort
 * @property {number} protocol
 * @property {number} packets
 * @property {number} bytes
 * @property {number} start
 * @property {number} end
 * @property {'ACCEPT' | 'REJECT'} action
 */

/** @typedef {Pick<Flow, 'from' | 'to' | 'fromPort' | 'toPort' | 'protocol'>} Ends */
/** @typedef {{ packets: number, bytes: number }} Volume */
/** @typedef {{ start: number, end: number }} Window */

export const TCP = 6;
export const UDP = 17;
export const ICMP = 1;

/**
 * Packets and bytes of `packets` packets of about `size` bytes each.
 *
 * @param {import('./random.mjs').Random} random
 * @param {number} packets
 * @param {number} size
 * @returns {Volume}
 */
export function volume(random, packets, size) {
  const spread = Math.floor((size - 40) / 6);
  let bytes = 0;
  for (let i = 0; i < packets; i++) bytes += size + random.between(-spread, spread);
  return { packets, bytes };
}

/**
 * The ends of the answer to something.
 *
 * @param {Ends} ends
 * @returns {Ends}
 */
export function reversed({ from, to, fromPort, toPort, protocol }) {
  return { from: to, to: from, fromPort: toPort, toPort: fromPort, protocol };
}

/**
 * An accepted request and its answer, as each of the interfaces that saw them recorded it.
 *
 * @param {object} talk
 * @param {Ends} talk.ends  from the one who asks to the one who answers
 * @param {Volume} talk.request
 * @param {Volume} talk.answer
 * @param {readonly string[]} talk.points
 * @param {{ start: number, end: number }} talk.time
 * @returns {Flow[]}
 */
export function conversation({ ends, request, answer, points, time }) {
  return points.flatMap(point => [
    { point, ...ends, ...request, ...time, action: /** @type {const} */ ('ACCEPT') },
    { point, ...reversed(ends), ...answer, ...time, action: /** @type {const} */ ('ACCEPT') },
  ]);
}

/**
 * A time inside a window that takes up at least a share of it.
 *
 * @type {(random: import('./random.mjs').Random, window: Window, share: number) => Window}
 */
export function within(random, { start, end }, share) {
  const least = Math.floor((end - start) * share);
  const length = random.between(least, share > 0 ? end - start : Math.min(3, end - start));
  const from = random.between(start, end - length);
  return { start: from, end: from + length };
}
