import { eniRecords } from './eniExports.mjs';

/** @typedef {import('./forms.mjs').Fields} Fields */

/**
 * Records in order of time: any as it comes, or the next to spoil, which is one of accepted TCP
 * between IPv4 addresses.
 *
 * @param {number} seed
 */
export function queue(seed) {
  const records = eniRecords({ seed, windows: 7, seconds: 300, version: '2' });
  const any = () => /** @type {Fields} */ (records.shift());

  /** @returns {Fields} */
  const plain = () => {
    const at = records.findIndex(
      ({ action, protocol, srcaddr }) =>
        action === 'ACCEPT' && protocol === 6 && !String(srcaddr).includes(':'),
    );
    return /** @type {Fields} */ (records.splice(at, 1)[0]);
  };
  return { any, plain };
}
