import { counted, duration } from '../explain/quantities';
import type { ObservationPoint } from '../conversation/observationPoint';
import { clock } from './clock';
import type { Side, Sum, Tale } from './tale';

const TCP = 6;

/** A line number as a reader counts. */
export const lineText = (line: number): string => `line ${line + 1}`;

/** `203.0.113.12`, or with a port `203.0.113.12 port 50000`. */
export function end(address: string, port: number | undefined): string {
  return port === undefined ? address : `${address} port ${port}`;
}

/** `TCP 22 (ssh) from 203.0.113.12 to 10.0.0.4`. */
export function flowText({ service, request }: Tale): string {
  return `${service} from ${request.from} to ${request.to}`;
}

/** As {@link flowText}, but without a direction where none is known. */
export function pairText(tale: Tale): string {
  if (tale.basis !== 'unknown') return flowText(tale);
  return `${tale.service} between ${tale.request.from} and ${tale.request.to}`;
}

/** What one conversation is called. */
export function conversationWord({ protocol }: Tale): string {
  return protocol === TCP ? 'connection' : 'conversation';
}

/** That the missing side may stand on a line that pairing cannot use. */
export const mayBeIt = (line: number): string =>
  `${lineText(line)} may be it, but cannot be read in full`;

/**
 * `3 packets`, or over several conversations `120 packets in 40 conversations`: these are no count of
 * connections, each of which is several conversations if it is silent in between.
 */
export function amount({ conversations }: Pick<Tale, 'conversations'>, sum: Sum): string {
  const packets = sum.packets > 0 ? counted(sum.packets, 'packet') : counted(sum.records, 'record');
  return conversations === 1 ? packets : `${packets} in ${counted(conversations, 'conversation')}`;
}

/** `was` or `were`, after {@link amount}. */
export function were(sum: Sum): string {
  return (sum.packets > 0 ? sum.packets : sum.records) === 1 ? 'was' : 'were';
}

/** `at 12:00:00Z`, or `between … and …`. */
export function times({ first, last }: Pick<Tale, 'first' | 'last'>): string {
  return first === last ? `at ${clock(first)}` : `between ${clock(first)} and ${clock(last)}`;
}

/** `let in`, `let out` or, where that is not known for certain, `let through`. */
export function let_(side: Side): string {
  if (side.isDoubted) return 'let through';
  if (side.passage === 'inbound') return 'let in';
  return side.passage === 'outbound' ? 'let out' : 'let through';
}

/** `67 s after`, `in the same second as`; of windows whose bounds alone are known `in the window in which`. */
export function after(seconds: number, bounds = false): string {
  if (bounds) {
    return seconds === 0
      ? 'in the window in which'
      : `in a window that begins ${duration(seconds)} after the one in which`;
  }
  if (seconds === 0) return 'in the same second as';
  return seconds > 0 ? `${duration(seconds)} after` : `${duration(-seconds)} before`;
}

/** `inbound `, `likely inbound ` or nothing. */
export function passageText({ passage, isDoubted }: Side): string {
  return passage === undefined ? '' : `${isDoubted ? 'likely ' : ''}${passage} `;
}

/** A text with its first letter raised. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** All of it stayed inside one subnet, where no network ACL works. */
export function isInOneSubnet({
  aclExcluded,
  peers,
}: Pick<Tale, 'aclExcluded' | 'peers'>): boolean {
  // Of many peers told alike one may be in the subnet, and another not.
  return aclExcluded === 'same subnet' && peers === undefined;
}

/** No network ACL can have refused packets: none is bound, or none works there. */
export function hasNoAcl(tale: Pick<Tale, 'aclBound' | 'aclExcluded' | 'peers'>): boolean {
  return tale.aclBound === false || isInOneSubnet(tale);
}

/** Who refuses packets at an interface, as far as settings narrow it down. */
export function suspects(tale: Tale): string {
  const platform = tale.platform === undefined ? '' : ' or the platform itself';
  return hasNoAcl(tale)
    ? `the security group${platform}`
    : `the security group${platform === '' ? ' or' : ','} the network ACL${platform}`;
}

/** `of the security group or the network ACL`, in marks; nothing at a gateway, which has neither. */
export function ofLayers(
  { point, aclBound, aclExcluded }: Pick<Tale, 'point' | 'aclBound' | 'aclExcluded'>,
  before: string,
  behind = '',
): string {
  if (point.kind !== 'eni') return '';
  const isNone = aclBound === false || aclExcluded === 'same subnet';
  const acl = isNone ? '' : ' or the network ACL';
  return `${before}of the security group${acl}${behind}`;
}

/** The rules to look at for one way: `inbound rules for TCP from 203.0.113.12`. */
export function rulesFor(tale: Tale, side: Side): string {
  const many = tale.peers !== undefined;
  const from = many && side.passage !== 'outbound' ? 'these sources' : side.from;
  const to = many && side.passage === 'outbound' ? 'these destinations' : side.to;
  const passage = side.isDoubted ? undefined : side.passage;
  const peer =
    passage === 'outbound'
      ? `to ${to}`
      : passage === 'inbound'
        ? `from ${from}`
        : `from ${from} to ${to}`;
  const rules =
    side.isDoubted && side.passage
      ? `rules, likely the ${side.passage} ones,`
      : `${passageText(side)}rules`;
  return `${rules} for ${tale.protocolName} ${peer}`;
}

/** An observation point in a sentence. */
export function placeText({ kind, id, region }: ObservationPoint): string {
  if (kind === 'ccn') return region === '' ? id : `${id} in ${region}`;
  if (kind === 'nat') return `NAT gateway ${id}`;
  if (kind === 'dcg') return `Direct Connect gateway ${id}`;
  return id === '' ? 'a place that the records do not name' : id;
}
