import { DECLARED, FaultList } from '../scan/faultList';
import type { FormRun } from '../scan/formRuns';
import type { FirstLook } from './firstLook';

/** Words before the arrays: how many lines, records, suspects, words of faults and runs there are. */
const HEAD = 5;
/** Words of a run: its layout, first and last row, and records. */
const RUN = 4;

/**
 * Writes a first look as words; gives how many. 0 for one that takes more room than there is, or that
 * says more than words do: of headers, and of records on several lines.
 */
export function packLook(look: FirstLook, place: Uint32Array): number {
  const { lines, records, lineStarts, rowHashes, suspects, forms, declaredBefore } = look;
  const faults = look.faults.words;
  const isPlain = look.wrapped.length === 0 && look.openRows.length === 0 && !look.hasHeader;
  const size = HEAD + 2 * lines + 1 + suspects.length + faults.length + forms.length * RUN;
  if (!isPlain || size > place.length) return 0;
  place.set([lines, records, suspects.length, faults.length, forms.length]);
  let at = HEAD;
  for (const words of [lineStarts, rowHashes, suspects, faults]) {
    place.set(words, at);
    at += words.length;
  }
  for (const { layout, row, lastRow, records } of forms) {
    const told = layout === declaredBefore ? DECLARED : layout;
    place.set([told, row, lastRow, records], at);
    at += RUN;
  }
  return size;
}

/** The look that words tell of, under the declared layout with that number; it keeps the words. */
export function unpackLook(words: Uint32Array, declared: number): FirstLook {
  const [lines, records, suspects, faults, runs] = words as unknown as readonly [
    ...[number, number, number, number, number],
  ];
  const afterStarts = HEAD + lines + 1;
  const afterHashes = afterStarts + lines;
  const afterSuspects = afterHashes + suspects;
  const afterFaults = afterSuspects + faults;
  const forms: FormRun[] = [];
  for (let run = 0; run < runs; run++) {
    const at = afterFaults + run * RUN;
    const layout = words[at] === DECLARED ? declared : words[at]!;
    forms.push({ layout, row: words[at + 1]!, lastRow: words[at + 2]!, records: words[at + 3]! });
  }
  return {
    lines,
    lineStarts: words.subarray(HEAD, afterStarts),
    wrapped: [],
    openRows: [],
    declaredBefore: declared,
    declaredAfter: declared,
    hasHeader: false,
    records,
    forms,
    suspects: words.subarray(afterHashes, afterSuspects),
    faults: new FaultList(words.subarray(afterSuspects, afterFaults)),
    rowHashes: words.subarray(afterStarts, afterHashes),
  };
}
