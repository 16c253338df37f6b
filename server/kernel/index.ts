// The hot paths of scan and summary as WebAssembly. server/src/core/scan/kernel.ts is the scan's
// host, server/src/core/summary/kernel the summary's.

export { faultCount, faults, othersMisfit } from './faults';
export {
  bucketWidths,
  fixedEnd,
  nameNumbers,
  protocolCounts,
  protocolLines,
  tables,
  work,
} from './fixed';
export { runEnd } from './formRun';
export { setLatest, setPlans } from './line';
export { keepValues, ownEnd, placeColumns, placeInput, placeKeys, placeTables } from './memory';
export { intern, nameCount, placeNames } from './names';
export { hashRows } from './rowHash';
export { hashRowsWide } from './wideHash';
export { acceptCold, begin, coldLineEnd, coldLineStart, nextLine, rowCount, run } from './scan';
export { keepV6, placeV6, v6Count } from './v6Table';

export { addressCount, emptyAddressBook } from './fold/addressBook';
export { clearUsed } from './fold/clear';
export { takeWindows } from './fold/coverage';
export { countInRole } from './fold/endpoints';
export { emptyEndpoints, endpointCount } from './fold/endpointTable';
export { recountBatch } from './fold/details';
export { ccnCount, foldBatch, takeGroups } from './fold/fold';
export { countUsed, writeEndpoints, writePairs, writePorts } from './fold/handOver';
export { listCrowded, listWanted } from './fold/list';
export { placeFold } from './fold/memory';
export { joinWords, markSeen, mergeEntries } from './fold/merge';
export { emptySpan, hasSpan, spanEnd, spanLongest, spanStart, spanUntimed } from './fold/span';
export { areSumsFull, emptySums } from './fold/sums';
export { bucketCount, bucketWidth, emptyTimeline, isTimelineFull } from './fold/timeline';
export { emptyGroups } from './fold/totals';
