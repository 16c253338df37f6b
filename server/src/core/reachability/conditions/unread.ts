import type { Condition } from './condition';

/** No record that cannot be read in full may be of the same five-tuple. */
export const unread: Condition = {
  name: 'unread',
  title: 'no record that cannot be read in full may be of the same five-tuple',
  fails: ({ point, v6, initiator, responder, requestStart, end }, context) => {
    const from = requestStart - context.facts.lookBack;
    const ends = [initiator, responder] as const;
    const line = context.unreadLine(point, ends, v6, from, end);
    return line === undefined
      ? undefined
      : `line ${line + 1} may be of the same five-tuple and cannot be read in full`;
  },
};
