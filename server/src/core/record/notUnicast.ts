import { isMulticast } from '../tables/specialAddresses';
import type { Address } from './address';

/** What an address is that no host can have; undefined for one that a host can have. */
export function notUnicast(address: Address): string | undefined {
  if (isMulticast(address.family === 6 ? address.bytes : address.value))
    return 'a multicast address';
  if (address.family === 6) return undefined;
  if (address.value === 0xffffffff) return 'the broadcast address';
  return address.value === 0 ? 'the unspecified address' : undefined;
}
