import type { Tale } from '../tale';

/** What an inferred local side assumes. */
export function ownAddress({ localBasis, local }: Tale): string[] {
  if (local === undefined) return [];
  if (localBasis === 'only-private') {
    return [`${local} is the interface's own address: of the two it alone is private.`];
  }
  return DOUBTED.has(localBasis)
    ? [`${local} is the interface's own address, and not a peer that all its records share.`]
    : [];
}

/** The same where that side is in doubt alone. */
export function doubtedAddress(tale: Tale): string[] {
  return DOUBTED.has(tale.localBasis) ? ownAddress(tale) : [];
}

/** Grounds for a local side that may be the other one as well. */
const DOUBTED: ReadonlySet<Tale['localBasis']> = new Set<Tale['localBasis']>([
  'public-in-every-record',
  'facing-one-subnet',
]);

/** The tale without what rests on a local side that is in doubt. */
export function withoutDoubted(tale: Tale): Tale {
  if (!DOUBTED.has(tale.localBasis)) return tale;
  const { request, reply } = tale;
  return {
    ...tale,
    local: undefined,
    request: { ...request, passage: undefined },
    reply: { ...reply, passage: undefined },
  };
}
