import type { Draft } from './aggregation/draft';
import { hasPorts } from './packets/protocol';
import type { Simulation } from './simulate';

/** What a tool says about lines of a log; lines count from 0. */
export interface Claim {
  readonly code: string;
  readonly certainty: 'proved' | 'likely' | 'undecided';
  readonly requestLines: readonly number[];
  readonly replyLines: readonly number[];
  /** What is said to have stopped the traffic. */
  readonly layer?: string;
  /** In which direction of the interface the refused packets went, where the tool says it. */
  readonly direction?: 'ingress' | 'egress' | 'unknown';
}

/** The layers of the codes that may be proved. */
const LAYERS: Readonly<Record<string, string>> = {
  'reply-rejected-by-acl': 'network-acl',
  'both-ways-accepted': 'none',
  throttled: 'bandwidth-limit',
};

/** A tool proves something that did not happen. */
export function isFalse(claim: Claim, simulation: Simulation): boolean {
  return whyFalse(claim, simulation) !== undefined;
}

/**
 * Why a proved claim is false, by what the packets went through; undefined where it is true, or
 * where nothing is claimed to be proved.
 */
export function whyFalse(claim: Claim, { lines, cloud }: Simulation): string | undefined {
  if (claim.certainty !== 'proved') return undefined;
  const requests = draftsAt(claim.requestLines, lines);
  const replies = draftsAt(claim.replyLines, lines);
  if (!requests || !replies) return 'it names a line without data';
  const all = [...requests, ...replies];
  if (all.length === 0) return 'it names no line';
  const { point } = all[0]!.hop;
  if (all.some(draft => draft.hop.point !== point)) return 'its lines are of several points';
  if (point.kind === 'nat' || point.kind === 'dcg') return 'gateway records prove nothing';
  const layer = LAYERS[claim.code];
  if (claim.layer !== undefined && claim.layer !== layer) return `the layer is not ${claim.layer}`;
  switch (claim.code) {
    case 'reply-rejected-by-acl':
      if (cloud === 'huawei') return 'the network ACL is stateful';
      return whyNotAcl(requests, replies, claim.direction);
    case 'both-ways-accepted':
      return whyNotBothWays(requests, replies);
    case 'throttled':
      if (point.kind !== 'ccn') return 'only cross-region traffic is throttled';
      return whyNotThrottled(all);
    default:
      return `records never prove ${claim.code}`;
  }
}

/**
 * The ACL must have dropped every packet of the replies, and the security group must have known the
 * connection when the first of them came, unless that was one with which the other side opened as well.
 */
function whyNotAcl(
  requests: readonly Draft[],
  replies: readonly Draft[],
  direction: Claim['direction'],
): string | undefined {
  const apart = whyNotOpposite(requests, replies);
  if (apart) return apart;
  if (requests.some(draft => !draft.accepted)) return 'a request was refused';
  for (const { fates, packets, hop } of replies) {
    if (fates['network-acl'] < packets) {
      const layers = Object.entries(fates).filter(([, count]) => count > 0);
      return `the replies met ${layers.map(([fate, count]) => `${fate} (${count})`).join(', ')}`;
    }
    if (direction && direction !== 'unknown' && direction !== hop.direction) {
      return `the replies went the other way (${hop.direction})`;
    }
  }
  const first = replies.reduce((best, draft) => (draft.start < best.start ? draft : best));
  if (first.firstTracked || first.roles.request > 0) return undefined;
  return 'the security group did not know the connection';
}

/** What was refused, and something was, was refused for its bandwidth. */
function whyNotThrottled(drafts: readonly Draft[]): string | undefined {
  const refused = drafts.filter(draft => !draft.accepted);
  if (refused.length === 0) return 'nothing was refused';
  return refused.some(({ fates, packets }) => fates.bandwidth < packets)
    ? 'the bandwidth limit did not drop every packet'
    : undefined;
}

function whyNotBothWays(requests: readonly Draft[], replies: readonly Draft[]): string | undefined {
  const apart = whyNotOpposite(requests, replies);
  if (apart) return apart;
  return [...requests, ...replies].some(draft => draft.fates.passed < draft.packets)
    ? 'a packet that it counts was dropped'
    : undefined;
}

function whyNotOpposite(requests: readonly Draft[], replies: readonly Draft[]): string | undefined {
  if (requests.length === 0 || replies.length === 0) return 'a side has no line';
  const { flow } = requests[0]!;
  const along = ({ flow: other }: Draft): boolean =>
    other.source.text === flow.source.text && other.destination.text === flow.destination.text;
  const against = ({ flow: other }: Draft): boolean =>
    other.source.text === flow.destination.text && other.destination.text === flow.source.text;
  if (!requests.every(along)) return 'its requests have several sources or destinations';
  if (!replies.every(against)) return 'its replies are not between the same addresses';
  if ([...requests, ...replies].some(draft => draft.flow.protocol !== flow.protocol)) {
    return 'its lines are of several protocols';
  }
  if (!hasPorts(flow.protocol)) return undefined;
  if (flow.srcPort <= 0 || flow.dstPort <= 0) return 'fragments without ports prove nothing';
  const samePorts = [
    ...requests.map(draft => [draft.flow.srcPort, draft.flow.dstPort] as const),
    ...replies.map(draft => [draft.flow.dstPort, draft.flow.srcPort] as const),
  ].every(([source, destination]) => source === flow.srcPort && destination === flow.dstPort);
  return samePorts ? undefined : 'its lines are of several five-tuples';
}

function draftsAt(numbers: readonly number[], lines: Simulation['lines']): Draft[] | undefined {
  const drafts = numbers.map(line => lines[line]).filter(draft => draft !== undefined);
  return drafts.length === numbers.length ? drafts : undefined;
}
