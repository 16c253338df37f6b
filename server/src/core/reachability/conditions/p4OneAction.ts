import type { Condition } from './condition';

/** No ACCEPT in the refused direction and no REJECT in the accepted one, a window back. */
export const oneAction: Condition = {
  name: 'P4',
  title: 'each direction has one action only, a window back',
  fails: ({ replyAccepted, requestRefused, cut }) => {
    if (replyAccepted) {
      return 'packets in the refused direction were let through as well, so these may be late packets of a connection that was closed or no longer tracked';
    }
    if (requestRefused) return 'packets in the accepted direction were refused as well';
    if (cut) {
      return 'more records of the same five-tuple follow within a window, and the pairing window that is set keeps them apart';
    }
    return undefined;
  },
};
