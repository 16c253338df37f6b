import { isProviderAddress } from '../../tables/tencentAddresses';
import type { Context } from '../context';
import type { Condition } from './condition';

/** Neither end is the platform's own, to whose traffic the rules of a user need not apply. */
export const provider: Condition = {
  name: 'P7',
  title: "neither address is the platform's own",
  fails: ({ v6, initiator, responder }, context) => {
    const own = [initiator, responder].find(address => isPlatforms(context, v6, address));
    if (own === undefined) return undefined;
    const text = context.facts.addresses.text(own, v6);
    return `${text} is in a range of the platform's own services, whose traffic need not follow the rules of security groups and ACLs`;
  },
};

function isPlatforms({ facts }: Context, v6: boolean, address: number): boolean {
  const value = facts.addresses.value(address, v6);
  if (typeof value === 'number') return isProviderAddress(value);
  // Link-local: routers and services of the platform.
  return value[0] === 0xfe && (value[1]! & 0xc0) === 0x80;
}
