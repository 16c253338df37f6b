import { isDoubted } from '../../conversation/localSide';
import type { Tale } from '../tale';

/** What an inferred local side assumes. */
export function ownAddress({ localBasis, local }: Tale): string[] {
  if (local === undefined) return [];
  if (localBasis === 'only-private') {
    return [`${local} is the interface's own address: of the two it alone is private.`];
  }
  return isDoubted(localBasis)
    ? [`${local} is the interface's own address, and not a peer that all its records share.`]
    : [];
}

/** The same where that side is in doubt alone. */
export function doubtedAddress(tale: Tale): string[] {
  return isDoubted(tale.localBasis) ? ownAddress(tale) : [];
}

/** The tale without what rests on a local side that is in doubt. */
export function withoutDoubted(tale: Tale): Tale {
  if (!isDoubted(tale.localBasis)) return tale;
  const { request, reply } = tale;
  return {
    ...tale,
    local: undefined,
    request: { ...request, passage: undefined },
    reply: { ...reply, passage: undefined },
  };
}
