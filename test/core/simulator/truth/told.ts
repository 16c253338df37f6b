import type { ObservationPoint } from '../network/observationPoint';

/** What the user tells the tool about the network beside the log; nothing, more often than not. */
export interface Told {
  /** Interface to its own addresses. */
  readonly localAddresses?: Readonly<Record<string, readonly string[]>>;
  /** The CIDRs of subnets. */
  readonly subnets?: readonly string[];
  /** Whether an ACL is bound to an interface's subnet. */
  readonly aclBound?: Readonly<Record<string, boolean>>;
}

/** Everything there is to tell. */
export function everythingAbout(points: readonly ObservationPoint[]): Required<Told> {
  const localAddresses: Record<string, readonly string[]> = {};
  const aclBound: Record<string, boolean> = {};
  const subnets = new Set<string>();
  for (const point of points) {
    if (point.kind !== 'eni') continue;
    localAddresses[point.id] = point.addresses.map(({ text }) => text);
    aclBound[point.id] = point.subnet.acl.ever(acl => acl !== undefined);
    subnets.add(point.subnet.range.text);
  }
  return { localAddresses, subnets: [...subnets], aclBound };
}
