import { numberIn } from '../record/readValue';
import type { RecordView } from '../record/recordView';
import { isRegisteredIcmp, type IcmpProtocol } from '../tables/icmp';
import type { ExplainContext } from './explanation';

/** Type and code of an ICMP or ICMPv6 message. */
export interface IcmpMessage {
  readonly type: number;
  readonly code: number;
}

export const V6_ASSUMED =
  'That ICMPv6 is packed like ICMP is an assumption: the documents do not say so.';

/**
 * What a destination port under ICMP stands for. `open`: 0 with no identifier beside it, which
 * older records write for every message. `two`: what is documented is no registered message, and
 * the same number with its bytes swapped is one.
 */
export type IcmpReading =
  | { readonly kind: 'open' }
  | { readonly kind: 'one'; readonly message: IcmpMessage }
  | { readonly kind: 'two'; readonly documented: IcmpMessage; readonly swapped: IcmpMessage };

/**
 * Reads type and code out of the destination port: type × 256 + code (Tencent Cloud Flow Logs,
 * Features, 2023-09-04, "upper 8 bits" and "lower 8 bits"), unless the user forces an order.
 */
export function readIcmp(
  record: RecordView,
  protocol: IcmpProtocol,
  order: ExplainContext['icmpOrder'],
): IcmpReading | undefined {
  const port = numberIn(record, 'dstport');
  if (port === undefined) return undefined;
  if (port === 0 && !numberIn(record, 'srcport')) return { kind: 'open' };
  const documented = { type: port >>> 8, code: port & 255 };
  const swapped = { type: port & 255, code: port >>> 8 };
  if (order === 'type-low') return { kind: 'one', message: swapped };
  if (order === 'type-high') return { kind: 'one', message: documented };
  if (isRegistered(protocol, documented) || !isRegistered(protocol, swapped)) {
    return { kind: 'one', message: documented };
  }
  return { kind: 'two', documented, swapped };
}

function isRegistered(protocol: IcmpProtocol, { type, code }: IcmpMessage): boolean {
  return isRegisteredIcmp(protocol, type, code);
}
