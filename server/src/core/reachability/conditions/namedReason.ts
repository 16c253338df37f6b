import { namedReason } from '../namedReason';
import type { Condition } from './condition';

/** The refused record gives no reason of its own; beside those of the spec, for logs with that field. */
export const noNamedReason: Condition = {
  name: 'reason',
  title: 'the record gives no reason of its own',
  undecides: () => true,
  fails: ({ replyLine }, context) => namedReason(context, replyLine),
};
