import { protocolRows, type ProtocolRow } from './protocols.data';
import type { RegistryState } from './registry';

export { protocolsSource } from './protocols.data';

/** A value of the IPv4 field Protocol and the IPv6 field Next Header, as IANA registers it. */
export interface ProtocolNumber {
  readonly number: number;
  /** The short name, as in "TCP"; some numbers have none. */
  readonly keyword?: string;
  readonly name: string;
  readonly state: RegistryState;
  /** It names an IPv6 extension header. */
  readonly extensionHeader: boolean;
  /** The documents that define it; none where the registry names only a person. */
  readonly reference?: string;
  readonly note?: string;
}

/** All 256 protocol numbers; the number is the index. */
export const protocols: readonly ProtocolNumber[] = protocolRows.flatMap(expand);

/** The registry's entry for a number from 0 to 255. */
export function protocolOf(number: number): ProtocolNumber | undefined {
  return protocols[number];
}

/** Names that people and cloud APIs write and the registry does not have. */
const otherNames: readonly (readonly [string, number])[] = [
  ['ICMPV6', 58],
  ['ICMP6', 58],
  ['OSPF', 89],
];

let numbers: Map<string, number> | undefined;

/** The number of a keyword in any case: "tcp" is 6, "IPv6-ICMP" and "icmpv6" are 58. */
export function protocolNumberOf(keyword: string): number | undefined {
  numbers ??= new Map([
    ...otherNames,
    ...protocols.flatMap(({ keyword, number }) =>
      keyword === undefined ? [] : [[keyword.toUpperCase(), number] as const],
    ),
  ]);
  return numbers.get(keyword.toUpperCase());
}

function expand(row: ProtocolRow): ProtocolNumber[] {
  const [first, last, keyword, name, state, extensionHeader, reference, note] = row;
  return Array.from({ length: last - first + 1 }, (_, index) => ({
    number: first + index,
    ...(keyword !== '' && { keyword }),
    name,
    state,
    extensionHeader,
    ...(reference !== '' && { reference }),
    ...(note !== '' && { note }),
  }));
}
