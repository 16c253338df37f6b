import type { Address } from '../../record/address';
import { notUnicast } from '../../record/notUnicast';
import type { Condition } from './condition';

const LOOPBACK = 127;

/** Both addresses can be those of hosts that talk to each other. */
export const hosts: Condition = {
  name: 'hosts',
  title: 'both addresses can be those of hosts',
  undecides: () => true,
  fails: ({ v6, initiator, responder }, context) => {
    for (const end of [initiator, responder]) {
      const address = context.address(end, v6);
      const kind = notUnicast(address) ?? notOnTheWire(address);
      const text = context.facts.addresses.text(end, v6);
      if (kind) return `${text} is ${kind}, from which nobody answers`;
    }
    return undefined;
  },
};

/** What an address is that no packet between hosts has (RFC 1122, 3.2.1.3; RFC 4291, 2.5.2 and 2.5.3). */
function notOnTheWire(address: Address): string | undefined {
  if (address.family === 4) {
    return address.value >>> 24 === LOOPBACK ? 'a loopback address' : undefined;
  }
  const { bytes } = address;
  if (bytes.subarray(0, 15).some(byte => byte !== 0) || bytes[15]! > 1) return undefined;
  return bytes[15] === 1 ? 'the loopback address' : 'the unspecified address';
}
