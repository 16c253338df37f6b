import type { Side, Tale, Words } from '../tale';
import { conversationWord, lineText, ofLayers, pairText } from '../words';
import { NOTHING } from './emptyRecords';

const TCP = 6;

/** What speaks against late packets, and what it means. */
export function doubtText(tale: Tale, [{ from, to }, ...more]: readonly [Side, ...Side[]]): string {
  const word = conversationWord(tale);
  const changed = `a rule${ofLayers(tale, ' ')} may have been changed`;
  switch (tale.lateDoubt) {
    case 'new connection':
      if (tale.protocol !== TCP) {
        return `Requests are among the refused packets, and these are never late: ${changed}.`;
      }
      return `A SYN is among the refused packets, so they open a new ${word} from the same port: ${changed} since the first.`;
    case 'before':
      return `Some were refused before any was let through: ${changed}, perhaps more than once, and only what was refused later may be late packets.`;
    case 'again':
      return `${more.length > 0 ? 'Packets' : `Packets from ${from}`} were let through again afterwards: ${changed} and changed back, or the ${word} was opened anew.`;
    case 'kept up':
      return `Other packets of the ${word} went on being let through, so it was in use: ${changed}.`;
    case 'afresh':
      return `${more.length > 0 ? 'Packets of one way were let through after the last of the other that were' : `Packets from ${to} were let through after the last from ${from} that were`}, and the refused ones may answer them: ${aclChanged(tale)}; or the ${word} had been closed.`;
    case 'remembered':
      return `That is too soon for ${tale.point.kind === 'eni' ? 'the security group to have forgotten it' : 'it to be forgotten'}, and ${tale.protocolName} has no close: ${changed}.`;
    case 'untold':
      return `Nothing in these records tells what asks from what answers, so they may be of a new ${word}: ${changed}.`;
    case 'in use':
      return `They are too large for what ends a ${word}, and came too soon for ${tale.point.kind === 'eni' ? 'the security group to have forgotten it' : 'it to be forgotten'}: ${changed}, unless it had been closed.`;
    default:
      return `The ${word} had been closed or was no longer tracked, or ${changed}.`;
  }
}

/** A security group lets answers pass, so that a rule that stops them is a network ACL's. */
function aclChanged({ point, aclBound, aclExcluded }: Tale): string {
  const mayBe = point.kind === 'eni' && aclBound !== false && aclExcluded === undefined;
  const acl = mayBe ? ' of a network ACL' : '';
  return `a rule${acl} may have been changed`;
}

/** Of records of which not all count packets. */
export function tellEmpty(tale: Tale, refused: Side): Words {
  return {
    layer: 'unknown',
    about: 'none',
    lookFor: 'both',
    summary: `Undecided: records of both ways of ${pairText(tale)} at ${tale.at} are ACCEPT, and a later one from ${refused.from} is REJECT (${lineText(refused.firstRefused?.line ?? refused.line)}), but not all of them count packets.`,
    proves: NOTHING,
    doesNotProve: 'That packets were let through both ways, and that later ones were refused.',
    assumptions: [],
    nextCheck: 'Look for records of the same time that count packets.',
  };
}
