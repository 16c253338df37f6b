/**
 * Ways in which a record can be wrong: the code under which the checker reports it, what came
 * about, and the values that show it.
 *
 * @typedef {import('./forms.mjs').Fields} Fields
 * @typedef {object} Fault
 * @property {string} code
 * @property {string} why
 * @property {(fields: Fields) => Fields} spoil  the values to change in a sound record
 */

const nothing = Object.fromEntries(
  ['srcaddr', 'dstaddr', 'srcport', 'dstport', 'protocol', 'packets', 'bytes', 'action'].map(
    name => [name, '-'],
  ),
);

/** @param {string | number | undefined} value */
const digits = value => String(value);

/** @param {string | number | undefined} value */
const grouped = value => Number(value).toLocaleString('en-US');

/** @param {string | number | undefined} value */
const fullWidth = value =>
  digits(value).replace(/\d/g, digit => String.fromCharCode(0xff10 + Number(digit)));

/** @param {string | number | undefined} seconds */
const writtenOut = seconds => new Date(Number(seconds) * 1000).toISOString();

/**
 * Faults that one value shows.
 *
 * @type {readonly Fault[]}
 */
export const valueFaults = [
  fault('stray-quotes', 'a spreadsheet added quotes', f => ({ dstport: `"${f.dstport}"` })),
  fault('wrong-dash', 'a word processor made the hyphen a longer dash', f => ({
    'interface-id': digits(f['interface-id']).replace('-', '–'),
  })),
  fault('full-width-characters', 'digits from an East Asian input method', f => ({
    bytes: fullWidth(f.bytes),
  })),
  fault('control-character', 'a soft hyphen that cannot be seen came with the paste', f => ({
    srcaddr: digits(f.srcaddr).replace('.', '.\u00ad'),
  })),
  fault('thousands-separator', 'a report grouped the digits', f => ({ bytes: grouped(f.bytes) })),
  fault('hexadecimal-number', 'a number to the base 16', f => ({
    srcport: `0x${Number(f.srcport).toString(16)}`,
  })),
  fault('decimal-number', 'a data frame made a fraction of it', f => ({ dstport: `${f.dstport}.0` })),
  fault('trailing-separator', 'a comma was left over from CSV', f => ({ dstaddr: `${f.dstaddr},` })),
  fault('absent-spelling', 'a database has its own word for nothing', () => ({
    ...nothing,
    action: 'null',
    'log-status': 'NODATA',
  })),
  fault('leading-zero', 'a number was padded', f => ({ protocol: `0${f.protocol}` })),
  fault('value-case', 'written in small letters', f => ({
    action: digits(f.action).toLowerCase(),
  })),
  fault('protocol-name', 'the name of a protocol for its number', () => ({ protocol: 'tcp' })),
  fault('absent-under-ok', 'no port, though the record has data', () => ({ dstport: '-' })),
  fault('value-under-nodata', 'an action, though nothing was recorded', () => ({
    ...nothing,
    action: 'ACCEPT',
    'log-status': 'NODATA',
  })),
  fault('address-invalid', 'an octet above 255', () => ({ srcaddr: '203.0.113.271' })),
  fault('address-invalid', 'an octet with a leading zero, which some read to the base 8', () => ({
    dstaddr: '10.020.1.11',
  })),
  fault('address-invalid', 'an address and a port in one', f => ({
    dstaddr: `${f.dstaddr}:${f.dstport}`,
  })),
  fault('address-invalid', 'an IPv6 address with :: twice', () => ({ srcaddr: '2001:db8::1::5' })),
  fault('port-out-of-range', 'ports end at 65535', () => ({ dstport: 70443 })),
  fault('port-invalid', 'the name of a service for its port', () => ({ dstport: 'https' })),
  fault('protocol-invalid', 'protocol numbers end at 255', () => ({ protocol: 256 })),
  fault('count-invalid', 'a count rounded for people', () => ({ bytes: '18.1k' })),
  fault('time-written-out', 'a date for seconds', f => ({ start: writtenOut(f.start) })),
  fault('time-in-milliseconds', 'thirteen digits are milliseconds', f => ({
    start: `${f.start}000`,
  })),
  fault('time-invalid', 'a sign before the seconds', f => ({ end: `+${f.end}` })),
  fault('time-implausible', '2 January 1970', () => ({ start: 86_400 })),
  fault('action-invalid', 'what other firewalls call it', () => ({ action: 'DROP' })),
  fault('log-status-invalid', 'there is OK, NODATA and SKIPDATA', () => ({
    'log-status': 'FAILED',
  })),
  fault('account-id-invalid', 'an APPID is digits alone', () => ({ 'account-id': '13000x0001' })),
  fault('interface-id-shape', 'an id that was cut', () => ({ 'interface-id': 'eni-3c7mw1' })),
  fault('version-unknown', 'a version of no document', () => ({ version: '2.1' })),
];

/**
 * Faults that several values show together.
 *
 * @type {readonly Fault[]}
 */
export const recordFaults = [
  fault('end-before-start', 'the two were swapped', f => ({
    start: f.end ?? '',
    end: f.start ?? '',
  })),
  fault('window-too-long', 'windows are documented up to ten minutes', f => ({
    end: Number(f.start) + 900,
  })),
  fault('bytes-below-minimum', 'packets and bytes were swapped', f => ({
    packets: f.bytes ?? '',
    bytes: f.packets ?? '',
  })),
  fault('bytes-without-packets', 'bytes come in packets', () => ({ packets: 0 })),
  fault('port-zero', 'TCP does not use port 0', () => ({ dstport: 0 })),
  fault('icmp-code-unregistered', 'type 0, code 8: the bytes of an echo request, swapped', () => ({
    protocol: 1,
    srcport: 4711,
    dstport: 8,
  })),
  fault('source-not-unicast', 'nobody sends from a multicast address', () => ({
    srcaddr: '224.0.0.5',
  })),
  fault('same-source-and-destination', 'a packet to oneself', f => ({ srcaddr: f.dstaddr ?? '' })),
  fault('address-family-mixed', 'IPv6 to IPv4', () => ({ srcaddr: '2001:db8:aa::1c2e' })),
  fault('icmp-family', 'ICMPv6 between IPv4 addresses', () => ({
    protocol: 58,
    srcport: 4711,
    dstport: 32_768,
  })),
];

/**
 * @param {string} code
 * @param {string} why
 * @param {(fields: Fields) => Fields} changes
 * @returns {Fault}
 */
function fault(code, why, changes) {
  return { code, why, spoil: fields => ({ ...fields, ...changes(fields) }) };
}
