import { reasonText } from '../explain/rejectReason';
import type { Context } from './context';
import { lineText } from './words';

/** That a refused record gives a reason of its own, as a clause; undefined if it gives none. */
export function namedReason({ facts }: Context, line: number): string | undefined {
  const reason = facts.rejectReasons.at(line);
  return reason === undefined
    ? undefined
    : `${lineText(line)} gives the reason (reject-reason): ${reasonText(reason)}`;
}
