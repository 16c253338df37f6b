import type { Code } from '../code';
import { actionChanged } from './actionChanged';
import { bothWaysAccepted } from './bothWaysAccepted';
import { conflictingRecords } from './conflictingRecords';
import { coverageGap } from './coverageGap';
import { latePacketsRejected } from './latePacketsRejected';
import { mixedActionInWindow } from './mixedActionInWindow';
import { noReplySeen } from './noReplySeen';
import { oneSidedCollection } from './oneSidedCollection';
import type { ReachabilityCode } from './reachabilityCode';
import { replyRejectedByAcl } from './replyRejectedByAcl';
import { replyWithoutRequest } from './replyWithoutRequest';
import { requestRejected } from './requestRejected';
import { throttled } from './throttled';

/** The codes, in the order in which they are tried: the first that fits is the conversation's. */
export const reachabilityCodes: readonly ReachabilityCode[] = [
  throttled,
  coverageGap,
  latePacketsRejected,
  mixedActionInWindow,
  actionChanged,
  conflictingRecords,
  bothWaysAccepted,
  replyRejectedByAcl,
  requestRejected,
  noReplySeen,
  replyWithoutRequest,
  oneSidedCollection,
];

const BY_CODE = new Map(reachabilityCodes.map(code => [code.code, code]));

export function codeNamed(code: Code): ReachabilityCode {
  return BY_CODE.get(code)!;
}
