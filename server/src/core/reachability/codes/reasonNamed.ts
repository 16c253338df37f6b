import type { Tale, Words } from '../tale';
import { amount, end, lineText, sentence, were } from '../words';

/** Of a reply whose record names a reason that is neither a security group nor a network ACL. */
export function tellNamedReason(tale: Tale, reason: string): Words {
  const { request, reply, at } = tale;
  return {
    layer: 'unknown',
    about: 'reply',
    lookFor: 'both',
    summary: `Undecided: ${amount(tale, reply.refused)} from ${end(reply.from, reply.fromPort)} to ${end(reply.to, reply.toPort)} (${tale.service}) ${were(reply.refused)} refused at ${at} (${lineText(reply.line)}), and packets the other way let through (${lineText(request.line)}). ${sentence(reason)}. So it was neither the security group nor the network ACL.`,
    proves: `These packets were refused at ${at}, for the reason that the record gives.`,
    doesNotProve: `That nothing else stands in their way, and that they answer the accepted ones.`,
    assumptions: ['What the record gives as the reason is all of it.'],
    nextCheck: `Check the settings behind that reason, and what they leave out.`,
  };
}
