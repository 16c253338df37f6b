import { parseAddress, type Address } from '../record/address';
import { isMulticast, specialRangeOf, type SpecialRange } from '../tables/specialAddresses';
import { tencentAddressOf, type TencentAddress } from '../tables/tencentAddresses';
import { canonicalText, embeddedIpv4 } from './canonicalAddress';
import { cloudOf } from './cloud';
import type { Explanation } from './explanation';
import type { Subject } from './subject';

/** Blocks of the registries by the words that a reader would use. */
const CLASSES: Readonly<Record<string, string>> = {
  'Private-Use': 'private',
  'Unique-Local': 'unique local, IPv6’s private',
  'Link Local': 'link-local',
  'Link-Local Unicast': 'link-local',
  Loopback: 'loopback',
  'Loopback Address': 'loopback',
  'Shared Address Space': 'shared, for carrier-grade NAT',
  'Documentation (TEST-NET-1)': 'documentation',
  'Documentation (TEST-NET-2)': 'documentation',
  'Documentation (TEST-NET-3)': 'documentation',
  Documentation: 'documentation',
  Benchmarking: 'benchmarking',
  'Limited Broadcast': 'limited broadcast',
  'IPv4-mapped Address': 'IPv4-mapped',
  'IPv4-IPv6 Translat.': 'translated between IPv4 and IPv6',
};

/** Which kind of address it is, by IANA's registries and by what the cloud uses it for. */
export function explainAddress({ record, value }: Subject): Explanation {
  const address = parseAddress(value.text) as Address;
  const key = address.family === 4 ? address.value : address.bytes;
  const range = specialRangeOf(key);
  const cloud = cloudOf(record);
  const special = cloud === 'tencent' || cloud === 'unknown' ? tencentAddressOf(key) : undefined;
  const details: string[] = [];
  if (range) details.push(rangeText(range));
  const named = cloud === 'tencent' && special !== undefined && !special.block.includes('/');
  if (special?.provider && !named) details.push(specialText(special));
  const embedded = embeddedIpv4(address);
  if (embedded) details.push(`Holds the IPv4 address ${embedded}.`);
  const canonical = canonicalText(address);
  if (canonical !== value.text) details.push(`Canonical form (RFC 5952): ${canonical}.`);
  return {
    headline: `${canonical} – ${named ? `${special.meaning} (Tencent Cloud)` : classText(address, range, special)}`,
    details,
  };
}

function classText(
  address: Address,
  range: SpecialRange | undefined,
  special: TencentAddress | undefined,
): string {
  if (range) return rangeClass(range);
  if (isMulticast(address.family === 4 ? address.value : address.bytes)) return 'multicast';
  if (special?.provider) return `public, or Tencent Cloud’s own (${special.block})`;
  // RFC 4291, section 2.4: 2000::/3 is all of the global unicast space that IANA hands out.
  const handedOut = address.family === 4 || (address.bytes[0]! & 0xe0) === 0x20;
  return handedOut ? 'public' : 'in no registered block, outside 2000::/3';
}

function rangeClass({ kind, name, block }: SpecialRange): string {
  if (kind === 'multicast') return `multicast: ${name}`;
  const known = Object.hasOwn(CLASSES, name) ? CLASSES[name] : name;
  return `${known} (${block})`;
}

/** A block as the registry has it: name, extent, document and whether the world can reach it. */
function rangeText(range: SpecialRange): string {
  const reference = range.reference ? ` (${range.reference})` : '';
  const ended = range.terminated ? `, ended ${range.terminated}` : '';
  const reach = range.globallyReachable === false ? ', not globally reachable' : '';
  return `IANA: ${range.name}, ${range.block}${reference}${ended}${reach}.`;
}

function specialText({ block, meaning }: TencentAddress): string {
  return block.includes('/')
    ? `Tencent Cloud uses ${block} for: ${meaning}.`
    : `On Tencent Cloud: ${meaning}.`;
}
