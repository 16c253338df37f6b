import type { Side, Tale, Words } from '../tale';
import { conversationWord, lineText, ofLayers } from '../words';

/** What speaks against late packets, and what it means. */
export function doubtText(tale: Tale, [{ from, to }, ...more]: readonly [Side, ...Side[]]): string {
  const word = conversationWord(tale);
  const changed = `a rule${ofLayers(tale, ' ')} may have been changed`;
  switch (tale.lateDoubt) {
    case 'new connection':
      return `A SYN is among the refused packets, so they open a new ${word} from the same port: ${changed} since the first.`;
    case 'again':
      return `${more.length > 0 ? 'Packets' : `Packets from ${from}`} were let through again afterwards: ${changed} and changed back, or the ${word} was opened anew.`;
    case 'kept up':
      return `Other packets of the ${word} went on being let through, so it was in use: ${changed}.`;
    case 'afresh':
      return `${more.length > 0 ? 'Packets of one way were let through after the last of the other that were' : `Packets from ${to} were let through after the last from ${from} that were`}, and the refused ones may answer them: ${aclChanged(tale)}; or the ${word} had been closed.`;
    case 'remembered':
      return `That is too soon for ${tale.point.kind === 'eni' ? 'the security group to have forgotten it' : 'it to be forgotten'}, and ${tale.protocolName} has no close: ${changed}.`;
    default:
      return `The ${word} had been closed or was no longer tracked, or ${changed}.`;
  }
}

/** A security group lets answers pass, so that a rule that stops them is a network ACL's. */
function aclChanged({ point, aclBound }: Tale): string {
  const acl = point.kind === 'eni' && aclBound !== false ? ' of a network ACL' : '';
  return `a rule${acl} may have been changed`;
}

/** Of a refusal that counts no packet. */
export function tellEmpty(tale: Tale, refused: Side, worked: string): Words {
  return {
    layer: 'unknown',
    about: 'none',
    lookFor: 'both',
    summary: `Undecided: ${worked}, and a later record of the same five-tuple from ${refused.from} is REJECT (${lineText(refused.firstRefused?.line ?? refused.line)}), but counts no packet.`,
    proves: `The ${conversationWord(tale)} worked in both directions. A REJECT that counts no packet proves nothing.`,
    doesNotProve: 'That any packet was refused.',
    assumptions: [],
    nextCheck: `Look for records of the same time that count packets from ${refused.from}.`,
  };
}
