import { isPrivateV4 } from './addressBook';
import type { PointFacts } from './pointFacts';

/**
 * Which addresses are an interface's own. `given`: a setting or an export says so. `named`: the one
 * address in every data record that the records' own direction field calls so. `many-named`: that
 * field calls others so, too, or an address that not every record has. `every-record`: the one
 * address in every data record. `public-in-every-record`: the same, but no private address,
 * which interfaces seldom have. `facing-one-subnet`: the same, but the others may be the interface's
 * own as well as it, and it the peer of them all. `only-private`: of two in every record the private
 * one.
 * `forwarding`: none covers all records, so the interface passes on traffic of others. `unknown`:
 * nothing tells.
 */
export type LocalSide =
  | { readonly basis: 'given'; readonly addresses: ReadonlySet<number> }
  | {
      readonly basis:
        'named' | 'every-record' | 'public-in-every-record' | 'facing-one-subnet' | 'only-private';
      readonly address: number;
    }
  | { readonly basis: 'many-named' | 'forwarding' | 'unknown' };

/** Whether the interface passes on traffic of others, as far as its records tell. */
export function isForwarding(basis: LocalSide['basis']): boolean {
  return basis === 'forwarding' || basis === 'many-named';
}

/** Whether the address may be that of the other end as well. */
export function isDoubted(basis: LocalSide['basis']): boolean {
  return basis === 'public-in-every-record' || basis === 'facing-one-subnet';
}

/**
 * The local side of an observation point, for one family of addresses. An interface's own addresses
 * share `largestSubnet` bits at least.
 */
export function localSideOf(
  facts: PointFacts,
  v6: boolean,
  given: ReadonlySet<number> | undefined,
  largestSubnet: number,
): LocalSide {
  if (given && given.size > 0) return { basis: 'given', addresses: given };
  const family = v6 ? facts.v6 : facts.v4;
  const candidates = family.all();
  const { named, namesSeveral } = family;
  if (named !== undefined) {
    const isOne = !namesSeveral && candidates.includes(named);
    return isOne ? { basis: 'named', address: named } : { basis: 'many-named' };
  }
  const [first, second] = candidates;
  if (first === undefined) return { basis: 'forwarding' };
  if (second === undefined) {
    if (!v6 && !isPrivateV4(first)) return { basis: 'public-in-every-record', address: first };
    const { facing } = family;
    const mayBeOwn = facing.mayShare(largestSubnet) && (v6 || isPrivateV4(facing.first));
    return { basis: mayBeOwn ? 'facing-one-subnet' : 'every-record', address: first };
  }
  const inside = v6 ? [] : candidates.filter(isPrivateV4);
  return inside.length === 1
    ? { basis: 'only-private', address: inside[0]! }
    : { basis: 'unknown' };
}

/** Whether an address is one of the interface's own. */
export function isLocal(side: LocalSide, address: number): boolean {
  if (side.basis === 'given') return side.addresses.has(address);
  return 'address' in side && side.address === address;
}
