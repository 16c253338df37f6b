import { icmpCodeOf, icmpTypeOf, isRegisteredIcmp, type IcmpProtocol } from '../tables/icmp';
import { icmpPairOfReply, icmpPairOfRequest, isIcmpError } from '../tables/icmpPairs';
import type { IcmpMessage } from './icmpReading';
import { ICMP } from './transport';

/** ICMP's registry calls type 8 "Echo"; everyone else says what RFC 792 does not contradict. */
const ECHO_REQUEST = 8;

/** A message by its registered names: `Destination Unreachable: Port Unreachable (type 3, code 3)`. */
export function messageText(protocol: IcmpProtocol, message: IcmpMessage): string {
  const { type, code } = message;
  const numbers = `(type ${type}, code ${code})`;
  const known = icmpTypeOf(protocol, type);
  if (!known || known.state === 'unassigned') return `unassigned type ${numbers}`;
  if (known.state === 'reserved') return `reserved type ${numbers}`;
  const state = known.state === 'assigned' ? '' : `, ${known.state}`;
  const found = icmpCodeOf(protocol, type, code);
  const name = typeName(protocol, type);
  if (found?.state === 'unassigned') return `${name}, unassigned code ${numbers}${state}`;
  return `${name}${found?.name ? `: ${found.name}` : ''} ${numbers}${state}`;
}

/** Whether a message asks, answers or reports an error; undefined where no document tells. */
export function messageRole(protocol: IcmpProtocol, message: IcmpMessage): string | undefined {
  const { type, code } = message;
  if (!isRegisteredIcmp(protocol, type, code)) return undefined;
  if (isIcmpError(protocol, type))
    return 'An error message about another packet: no reply to it is sent.';
  const asked = icmpPairOfRequest(protocol, type);
  if (asked) {
    const replies = asked.replies.map(reply => `${typeName(protocol, reply)} (type ${reply})`);
    return `A request; it is answered by ${replies.join(' or ')}.`;
  }
  const answered = icmpPairOfReply(protocol, type);
  if (!answered) return undefined;
  const request = `${typeName(protocol, answered.request)} (type ${answered.request})`;
  return answered.unasked
    ? `Answers ${request}, or was sent unasked: the record does not tell which.`
    : `Answers ${request}.`;
}

/** Whether messages of a type carry an identifier; undefined where no document here tells. */
export function hasIdentifier(protocol: IcmpProtocol, type: number): boolean | undefined {
  if (isIcmpError(protocol, type)) return false;
  return (icmpPairOfRequest(protocol, type) ?? icmpPairOfReply(protocol, type))?.identifier;
}

function typeName(protocol: IcmpProtocol, type: number): string {
  if (protocol === ICMP && type === ECHO_REQUEST) return 'Echo Request';
  return icmpTypeOf(protocol, type)?.name ?? `type ${type}`;
}
