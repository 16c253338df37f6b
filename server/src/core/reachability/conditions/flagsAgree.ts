import type { FlagDenial } from '../flagDenial';
import type { Condition } from './condition';

const REASONS: Readonly<Record<FlagDenial, string>> = {
  'request closes':
    'FIN or RST is among the accepted packets, so these may be the end of a connection that the security group no longer tracked',
  'reply closes':
    'FIN is among the refused packets, so they may be the end of a connection that the security group no longer tracked',
  'no answer':
    'the accepted packets open a connection, and what was refused holds neither its SYN-ACK nor a reset',
};

/** TCP flags, where they are on record, fit a request that never heard an answer. */
export const flagsAgree: Condition = {
  name: 'flags',
  title: 'TCP flags, if there are any, fit a request without an answer',
  // Only a connection that was established ends so, unless its SYN-ACK is among what was refused.
  undecides: ({ flags, handshake }) => flags === 'request closes' && !handshake,
  fails: ({ flags }) => flags && REASONS[flags],
};
