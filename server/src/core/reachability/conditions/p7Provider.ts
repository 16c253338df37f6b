import { isProviderAddress } from '../../tables/tencentAddresses';
import type { Context } from '../context';
import type { Condition } from './condition';

/** Neither end is the platform's own, to whose traffic the rules of a user need not apply. */
export const provider: Condition = {
  name: 'P7',
  title: "neither address is the platform's own",
  fails: ({ point, v6, initiator, responder }, context) => {
    const own = [initiator, responder].find(address => isPlatforms(context, v6, address));
    if (own === undefined) return undefined;
    const text = context.facts.addresses.text(own, v6);
    const whose = context.mayBeTencent(point) ? "of the platform's" : 'that clouds use for their';
    return `${text} is in a range ${whose} own services, whose traffic need not follow the rules of security groups and ACLs`;
  },
};

function isPlatforms({ facts }: Context, v6: boolean, address: number): boolean {
  const value = facts.addresses.value(address, v6);
  if (typeof value === 'number') return isProviderAddress(value);
  // Routers and services of the platform.
  return isLinkLocal(value);
}

/** fe80::/10, which never leaves its link (RFC 4291, 2.5.6). */
export function isLinkLocal(address: Uint8Array): boolean {
  return address[0] === 0xfe && (address[1]! & 0xc0) === 0x80;
}
