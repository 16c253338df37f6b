import { subnetRelation } from './conditions/p6Subnets';
import type { Context } from './context';

/** Why no network ACL can have refused a reply between two addresses. */
export type AclExclusion = 'none bound' | 'stateful' | 'same subnet';

export function aclExclusion(
  context: Context,
  point: number,
  v6: boolean,
  first: number,
  second: number,
): AclExclusion | undefined {
  if (context.point(point).kind !== 'eni') return undefined;
  const own = context.localOf(point, v6, first, second);
  const local = own === undefined ? undefined : [first, second][own];
  if (context.aclBound(point, v6, local) === false) return 'none bound';
  if (context.aclState(point) === 'stateful') return 'stateful';
  return subnetRelation(context, point, v6, first, second) === 'same' ? 'same subnet' : undefined;
}
