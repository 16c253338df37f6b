import type { Tale, Words } from '../tale';
import { amount, conversationWord, lineText, sentence, were } from '../words';
import { NOTHING } from './emptyRecords';

/** Why a reply cannot have been refused by a network ACL. */
const EXCLUDED = {
  'none bound': 'no network ACL is bound here (setting)',
  stateful: 'network ACLs are stateful on this cloud, as security groups are',
  'same subnet': 'both addresses are in one subnet, where no network ACL works',
} as const;

/** Of a reply that no network ACL can have refused. */
export function tellExcluded(tale: Tale): Words {
  const { request, reply, aclExcluded = 'stateful' } = tale;
  const why = EXCLUDED[aclExcluded];
  const who = aclExcluded === 'stateful' ? 'security group or a network ACL' : 'security group';
  const broken =
    aclExcluded === 'same subnet'
      ? ' What is usually assumed fails here: neither layer should refuse a reply.'
      : '';
  const refused = `${amount(tale, reply.refused)} from ${reply.from} to ${reply.to} (${tale.service}) ${were(reply.refused)} refused at ${tale.at} (${lineText(reply.line)}), and packets the other way let through (${lineText(request.line)})`;
  const cause = `tracking was lost or the ${conversationWord(tale)} closed`;
  return {
    layer: 'unknown',
    about: 'reply',
    lookFor: 'both',
    summary:
      tale.certainty === 'likely'
        ? `Likely ${cause}: ${refused}. It was not a network ACL: ${why}.`
        : `Undecided: ${refused}. A reply would pass: ${why}. So ${cause}, or the refused packets are new traffic that a ${who} refused.${broken}`,
    proves:
      tale.countsPackets && Math.min(reply.refused.packets, request.accepted.packets) === 0
        ? NOTHING
        : `Packets from ${reply.from} to ${reply.to} were refused at ${tale.at}, and packets the other way were not.`,
    doesNotProve: `That the refused packets are replies: ${lineText(reply.line)} may be new traffic that a ${who} refused.`,
    assumptions: [`${sentence(why)}.`],
    nextCheck: `Check whether ${reply.from} began on its own, and whether the ${who} lets that through; and whether the ${conversationWord(tale)} had been silent or closed before.`,
  };
}
