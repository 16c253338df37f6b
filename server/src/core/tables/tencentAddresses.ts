import { ipv4Block, type Ipv4Block } from './ipv4Block';
import { tencentAddresses, type TencentAddress } from './tencentAddressTable';

export { tencentAddresses, type TencentAddress } from './tencentAddressTable';

interface Entry extends Ipv4Block {
  readonly meaning: TencentAddress;
}

/** The narrowest first, so that the first that holds an address is the one that counts. */
const entries: readonly Entry[] = tencentAddresses
  .map(meaning => ({ ...ipv4Block(meaning.block), meaning }))
  .sort((a, b) => a.last - a.first - (b.last - b.first));

/** What an IPv4 address, as a number, means on Tencent Cloud. No IPv6 address is documented. */
export function tencentAddressOf(address: number | Uint8Array): TencentAddress | undefined {
  if (typeof address !== 'number') return undefined;
  const number = address >>> 0;
  return entries.find(({ first, last }) => number >= first && number <= last)?.meaning;
}

/** The ranges in which the platform itself may be the other end. */
export const providerRanges: readonly TencentAddress[] = tencentAddresses.filter(
  ({ provider }) => provider,
);

/** The address lies in one of the provider's ranges. */
export function isProviderAddress(address: number | Uint8Array): boolean {
  return tencentAddressOf(address)?.provider ?? false;
}
