/**
 * The ping that the documents on flow logs tell of: 203.0.113.12 asks 172.31.16.139 for an echo.
 * Values are theirs; which of the two directions gets through is what the samples differ in.
 */

const asker = '203.0.113.12';
const answerer = '172.31.16.139';
const beginning = 'V1 1251762227 eni-lq6mkcis';
const requestTime = '1432917027 1432917142';
const replyTime = '1432917094 1432917142';
/** An identifier as ping takes one, and echo request and reply as type × 256 + code. */
const identifier = 4711;
const echoRequest = 8 * 256;
const echoReply = 0;

/** @typedef {'ACCEPT' | 'REJECT'} Action */

/**
 * @param {Action} action
 * @param {boolean} types  whether ICMP identifier and type are on record
 */
const request = (action, types) =>
  `${beginning} ${asker} ${answerer} ${types ? `${identifier} ${echoRequest}` : '0 0'} ` +
  `1 4 336 ${requestTime} ${action} OK`;

/**
 * @param {Action} action
 * @param {boolean} types
 */
const reply = (action, types) =>
  `${beginning} ${answerer} ${asker} ${types ? `${identifier} ${echoReply}` : '0 0'} ` +
  `1 4 336 ${replyTime} ${action} OK`;

/** @param {boolean} types */
export const bothAllowed = types => [
  '# Security group and network ACL let the ping and its answer pass.',
  request('ACCEPT', types),
  reply('ACCEPT', types),
];

/** @param {boolean} types */
export const replyBlocked = types => [
  '# The security group let the ping in; the network ACL, which keeps no state, stops the answer.',
  request('ACCEPT', types),
  reply('REJECT', types),
];

/** @param {boolean} types */
export const requestBlocked = types => [
  '# The ping is refused on its way in: there is nothing to answer.',
  request('REJECT', types),
];
