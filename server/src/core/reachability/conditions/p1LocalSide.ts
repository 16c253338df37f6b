import { isForwarding, isLocal, type LocalSide } from '../../conversation/localSide';
import type { Condition } from './condition';

const ICMP = 1;
const ICMPV6 = 58;

/** An interface's record, on a cloud whose ACL is stateless, exactly one of two addresses local. */
export const localSide: Condition = {
  name: 'P1',
  title: "one of the addresses is the interface's own, and network ACLs are stateless here",
  fails: (reply, context) => {
    const { point, protocol, v6, initiator, responder } = reply;
    const { kind, id } = context.point(point);
    if (kind !== 'eni') return 'the record is not that of a network interface';
    if (context.aclState(point) !== 'stateless') {
      return 'whether network ACLs are stateless on this cloud is not known';
    }
    const side = context.localSide(point, v6);
    const own = [initiator, responder].filter(address => isLocal(side, address)).length;
    if (own === 2) return `both addresses are ${id}'s own`;
    if (own === 0) return `neither address is known to be ${id}'s own`;
    if (reply.seenTwice) {
      return `a record stands twice for the same second: the log repeats itself, or ${id} passes on traffic of others`;
    }
    switch (side.basis) {
      case 'given':
        return againstSetting(side.addresses, context.inferredSide(point, v6), id, text =>
          context.facts.addresses.text(text, v6),
        );
      case 'only-private':
        // Types tell request from reply whichever address is the own one; without, P2 fails.
        if (protocol === ICMP || protocol === ICMPV6) return undefined;
        return `which address is ${id}'s own is only inferred from one of them being private`;
      case 'facing-one-subnet': {
        const own = context.facts.addresses.text(side.address, v6);
        return `${own} is taken for ${id}'s own address because all its records have it, but the others may lie in one subnet and be ${id}'s own, with ${own} for a peer that they share`;
      }
      case 'public-in-every-record':
        return `the address taken for ${id}'s own is a public one, and may be a peer that all its records share`;
      default:
        return undefined;
    }
  },
};

/** What the records say against the addresses that a setting gives an interface. */
function againstSetting(
  given: ReadonlySet<number>,
  inferred: LocalSide,
  id: string,
  textOf: (address: number) => string,
): string | undefined {
  if (isForwarding(inferred.basis) && given.size === 1) {
    return `the address that is set for ${id} is not in all of its records, so it passes on traffic of others or has several addresses`;
  }
  if (!('address' in inferred) || given.has(inferred.address)) return undefined;
  return `${textOf(inferred.address)} is in every record of ${id}, and is not among the addresses that are set for it`;
}
