import { counted } from '../../explain/quantities';
import { lineText, times } from '../words';
import type { ReachabilityCode } from './reachabilityCode';

export const oneSidedCollection: ReachabilityCode = {
  code: 'one-sided-collection',
  title: 'Only one action is on record',
  when: 'An observation point has at least 50 data records, all ACCEPT or all REJECT.',
  certainty: 'undecided',
  rank: 12,
  // A finding about a place, not about a conversation.
  fits: () => undefined,
  tell: tale => {
    const action = tale.onlyAction ?? 'ACCEPT';
    const other = action === 'ACCEPT' ? 'REJECT' : 'ACCEPT';
    const { accepted, refused, line } = tale.request;
    const records = counted(accepted.records + refused.records, 'record');
    return {
      layer: 'unknown',
      about: 'none',
      lookFor: 'point',
      summary: `All ${records} with data of ${tale.at} are ${action} ${times(tale)} (first in ${lineText(line)}). The flow log may collect one action only, or the export was filtered, so that nothing follows from the absence of ${other}.`,
      proves: `This file holds no ${other} of ${tale.at} that can be read in full.`,
      doesNotProve: `That there was none.`,
      assumptions: [],
      nextCheck: `Look at the flow log's traffic type (ACCEPT, REJECT or ALL) and at the filter of the export.`,
    };
  },
};
