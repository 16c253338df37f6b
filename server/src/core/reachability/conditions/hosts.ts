import { isMulticast } from '../../tables/specialAddresses';
import type { Condition } from './condition';

const BROADCAST = 0xffff_ffff;
const LOOPBACK = 127;

/** Both addresses can be those of hosts that talk to each other. */
export const hosts: Condition = {
  name: 'hosts',
  title: 'both addresses can be those of hosts',
  undecides: true,
  fails: ({ v6, initiator, responder }, { facts: { addresses } }) => {
    for (const end of [initiator, responder]) {
      const kind = kindOf(addresses.value(end, v6));
      if (kind) return `${addresses.text(end, v6)} is ${kind}, which nobody answers from`;
    }
    return undefined;
  },
};

/** What an address is that no host of a network has (RFC 1122, 3.2.1.3; RFC 4291, 2.5 and 2.7). */
function kindOf(address: number | Uint8Array): string | undefined {
  if (isMulticast(address)) return 'a multicast group';
  if (typeof address === 'number') {
    if (address >>> 0 === BROADCAST) return 'all hosts';
    if (address >>> 24 === 0) return 'no address of a host';
    return address >>> 24 === LOOPBACK ? 'a loopback address' : undefined;
  }
  if (address.slice(0, 15).some(byte => byte !== 0)) return undefined;
  if (address[15] === 0) return 'no address of a host';
  return address[15] === 1 ? 'the loopback address' : undefined;
}
