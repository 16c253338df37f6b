import { account } from './places.mjs';

/** @typedef {Record<string, string | number>} Fields  a record's values by field name */

export const eniOrder = (
  'version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes ' +
  'start end action log-status'
).split(' ');

export const eniKeyOrder = (
  'srcaddr dstport account-id start dstaddr version packets protocol bytes action srcport end ' +
  'log-status interface-id'
).split(' ');

export const ccnOrderA = (
  'srcaddr dstregionid dstport start dstaddr version packets ccnid protocol srcregionid bytes ' +
  'action region-id srcport end log-status'
).split(' ');

export const ccnOrderB = (
  'version region-id ccn-id srcaddr dstaddr srcport dstport protocol srcregionid dstregionid ' +
  'packets bytes start end action log-status'
).split(' ');

/**
 * @param {import('./flows.mjs').Flow} flow
 * @param {string} version
 * @returns {Fields}
 */
export function eniFields(flow, version) {
  return {
    version,
    'account-id': account,
    'interface-id': flow.point,
    srcaddr: flow.from,
    dstaddr: flow.to,
    srcport: flow.fromPort,
    dstport: flow.toPort,
    protocol: flow.protocol,
    packets: flow.packets,
    bytes: flow.bytes,
    start: flow.start,
    end: flow.end,
    action: flow.action,
    'log-status': 'OK',
  };
}

/**
 * The values of a record alone, in the order of the columns.
 *
 * @param {readonly string[]} order
 * @param {Fields} fields
 */
export const values = (order, fields) => order.map(name => fields[name]).join(' ');

/**
 * @param {readonly string[]} order
 * @param {Fields} fields
 */
export const keysAndValues = (order, fields) =>
  order.map(name => `${name}:${fields[name]}`).join(' ');
