import type { PacketEnds } from '../../conversation/packetAddresses';
import type { Context } from '../context';
import type { Condition, RefusedReply } from './condition';

/** Packets of both ways have the addresses of the records, or at least each other's. */
export const packetAddresses: Condition = {
  name: 'packet-addresses',
  title: 'the packets themselves have the addresses of the records',
  undecides: (reply, context) => {
    const [asked, answered] = endsOf(reply, context);
    return asked[0] !== answered[1] || asked[1] !== answered[0];
  },
  fails: ({ requestLine, replyLine }, { facts }) => {
    const line = [requestLine, replyLine].find(
      one => facts.packetAddresses.at(one) ?? facts.packetAddresses.isUnknown(one),
    );
    if (line === undefined) return undefined;
    const ends = facts.packetAddresses.at(line);
    return ends
      ? `the packets of line ${line + 1} went from ${ends[0]} to ${ends[1]} (pkt-srcaddr, pkt-dstaddr), so this interface passes on traffic of others or has several addresses`
      : `the packets of line ${line + 1} may have other addresses than the record (pkt-srcaddr, pkt-dstaddr)`;
  },
};

/** The addresses that the packets of the request have themselves, and those of the reply. */
function endsOf(
  { initiator, responder, v6, requestLine, replyLine }: RefusedReply,
  { facts: { addresses, packetAddresses: packets } }: Context,
): [PacketEnds, PacketEnds] {
  const [first, second] = [addresses.text(initiator, v6), addresses.text(responder, v6)];
  return [packets.at(requestLine) ?? [first, second], packets.at(replyLine) ?? [second, first]];
}
