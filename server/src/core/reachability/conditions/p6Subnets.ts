import { sharePrefix } from '../../conversation/cidr';
import type { Cloud } from '../../explain/cloud';
import { isLinkLocal } from './p7Provider';
import type { Context } from '../context';
import type { Condition } from './condition';

/** Largest IPv4 subnet (Tencent Cloud and AWS, Virtual Private Cloud: masks from /16 on). */
const LARGEST = 16;
/** IPv6 subnets: /64 in Tencent Cloud; from /44 on in AWS, which stands for unknown clouds too. */
const LARGEST_V6 = { tencent: 64, others: 44 } as const;

/** Whether two addresses are in one subnet, as far as anything tells. */
export type SubnetRelation = 'same' | 'possible' | 'apart';

export function subnetRelation(
  context: Context,
  point: number,
  v6: boolean,
  first: number,
  second: number,
): SubnetRelation {
  const one = context.subnetOf(first, v6);
  const other = context.subnetOf(second, v6);
  if (one ?? other) {
    if (one === other) return 'same';
    // Subnets do not overlap: which of those that are set is none cannot be told.
    return context.sharesSubnet(first, second, v6) ? 'possible' : 'apart';
  }
  const { addresses } = context.facts;
  if (v6 && [first, second].every(end => isLinkLocal(addresses.at(end)))) return 'same';
  const largest = largestSubnet(context.clouds(point), v6);
  const near = v6
    ? sharePrefix(addresses.at(first), addresses.at(second), largest)
    : (first ^ second) >>> (32 - largest) === 0;
  return near ? 'possible' : 'apart';
}

/** Length of the prefix that the addresses of one subnet share at least. */
export function largestSubnet(clouds: ReadonlySet<Cloud>, v6: boolean): number {
  if (!v6) return LARGEST;
  return clouds.size === 1 && clouds.has('tencent') ? LARGEST_V6.tencent : LARGEST_V6.others;
}

/** A network ACL works at a subnet's edge, so not between two addresses of one subnet. */
export const subnets: Condition = {
  name: 'P6',
  title: 'the two addresses cannot be in one subnet',
  fails: ({ point, v6, initiator, responder }, context) => {
    switch (subnetRelation(context, point, v6, initiator, responder)) {
      case 'apart':
        return undefined;
      case 'same':
        return 'both addresses are in one subnet, where no network ACL works';
      case 'possible':
        if (context.sharesSubnet(initiator, responder, v6)) {
          return 'the subnets that are set overlap, and one of them holds both addresses; no network ACL works inside one';
        }
        return `both addresses lie in one /${largestSubnet(context.clouds(point), v6)} and may be in one subnet, where no network ACL works`;
    }
  },
};
