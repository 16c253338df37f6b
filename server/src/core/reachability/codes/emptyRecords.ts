import type { Tale, Words } from '../tale';
import { lineText, pairText, times } from '../words';

/** What records prove of which not all count packets. */
export const NOTHING =
  'Nothing: a record that counts no packet does not tell what would happen to one.';

/** Of one side alone, whose records have that action but count no packet. */
export function tellEmptySide(tale: Tale, about: 'request' | 'reply', what: string): Words {
  const side = tale[about];
  const action = side.accepted.records > 0 ? 'ACCEPT' : 'REJECT';
  return {
    layer: 'unknown',
    about,
    lookFor: tale.peers ? 'like request' : 'both',
    summary: `Undecided: ${what} is ${action} at ${tale.at} ${times(tale)} (first in ${lineText(side.line)}), but no packet is counted.`,
    proves: NOTHING,
    doesNotProve: `That packets were ${action === 'REJECT' ? 'refused' : 'let through'}, or that any were sent.`,
    assumptions: [],
    nextCheck: 'Look for records of the same time that count packets.',
  };
}

/** Of a request and a refused reply, one of which counts no packet. */
export function tellEmptyPair(tale: Tale): Words {
  const { request, reply } = tale;
  return {
    layer: 'unknown',
    about: 'none',
    lookFor: 'both',
    summary: `Undecided: of ${pairText(tale)} at ${tale.at} one way is ACCEPT (${lineText(request.line)}) and the other REJECT (${lineText(reply.line)}), but not both of them count packets.`,
    proves: NOTHING,
    doesNotProve: 'That packets were let through one way and refused the other.',
    assumptions: [],
    nextCheck: 'Look for records of the same time that count packets.',
  };
}
