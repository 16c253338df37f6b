import { holds, type Address, type AddressRange } from '../packets/address';

/** Ports from the first to the last, both included. */
export type PortRange = readonly [first: number, last: number];

/** One line of a security group or network ACL; what is left out matches everything. */
export interface Rule {
  readonly allow: boolean;
  readonly protocol?: number;
  /** Destination ports of the packet. */
  readonly ports?: PortRange;
  /** Source ports of the packet. */
  readonly sourcePorts?: PortRange;
  /** The far end: the source of what comes in, the destination of what goes out. */
  readonly peer?: AddressRange;
}

export type Direction = 'ingress' | 'egress';

/** Rules for each direction, looked at from first to last; the first that matches decides. */
export interface RuleSet {
  readonly ingress: readonly Rule[];
  readonly egress: readonly Rule[];
}

/** What a rule looks at in a packet. */
export interface Headers {
  readonly protocol: number;
  readonly source: Address;
  readonly destination: Address;
  readonly srcPort: number;
  readonly dstPort: number;
}

/** What the first matching rule says; undefined where none matches. */
export function firstMatch(
  rules: readonly Rule[],
  headers: Headers,
  direction: Direction,
): boolean | undefined {
  for (const rule of rules) if (matches(rule, headers, direction)) return rule.allow;
  return undefined;
}

function matches(rule: Rule, headers: Headers, direction: Direction): boolean {
  if (rule.protocol !== undefined && rule.protocol !== headers.protocol) return false;
  if (rule.ports && !within(rule.ports, headers.dstPort)) return false;
  if (rule.sourcePorts && !within(rule.sourcePorts, headers.srcPort)) return false;
  if (!rule.peer) return true;
  return holds(rule.peer, direction === 'ingress' ? headers.source : headers.destination);
}

function within([first, last]: PortRange, port: number): boolean {
  return port >= first && port <= last;
}

/** Stateless: the last word, after all rules, is no. */
export function aclAllows(acl: RuleSet, headers: Headers, direction: Direction): boolean {
  return firstMatch(acl[direction], headers, direction) ?? false;
}

/** Group by group in the order of binding; refused where no rule of any group matches. */
export function groupsAllow(
  groups: readonly RuleSet[],
  headers: Headers,
  direction: Direction,
): boolean {
  for (const group of groups) {
    const verdict = firstMatch(group[direction], headers, direction);
    if (verdict !== undefined) return verdict;
  }
  return false;
}
