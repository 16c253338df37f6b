import type { Condition } from './condition';

/** The records count packets: without one nothing was let through, and nothing refused. */
export const countedPackets: Condition = {
  name: 'packets',
  title: 'the records of both ways count packets',
  undecides: () => true,
  fails: ({ counted, requestLine, replyLine }) =>
    counted
      ? undefined
      : `line ${requestLine + 1} or line ${replyLine + 1} counts no packet, so it proves nothing`,
};
