/** A control bit of the TCP header: RFC 9293 and RFC 3168; IANA's TCP Header Flags, 2026-04-24. */
export interface TcpFlag {
  readonly bit: number;
  readonly keyword: string;
  readonly name: string;
}

export const tcpFlags: readonly TcpFlag[] = [
  { bit: 1, keyword: 'FIN', name: 'no more data from sender' },
  { bit: 2, keyword: 'SYN', name: 'synchronize sequence numbers' },
  { bit: 4, keyword: 'RST', name: 'reset the connection' },
  { bit: 8, keyword: 'PSH', name: 'push function' },
  { bit: 16, keyword: 'ACK', name: 'acknowledgment field is significant' },
  { bit: 32, keyword: 'URG', name: 'urgent pointer field is significant' },
  { bit: 64, keyword: 'ECE', name: 'ECN-Echo' },
  { bit: 128, keyword: 'CWR', name: 'congestion window reduced' },
];

/** The flags set in a sum: 18 is SYN and ACK. Bits above 128 name no flag and are left out. */
export function tcpFlagsOf(sum: number): TcpFlag[] {
  return tcpFlags.filter(({ bit }) => (sum & bit) !== 0);
}
