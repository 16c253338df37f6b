// Finds the lines of the input and accepts those it can.

import { findSeparators } from './separators';
import { acceptEni, acceptEniWithoutData, areSpaces, ENI_BLANKS, ENI_LAYOUT } from './eniLine';
import { accept, acceptFaulty, firstLayout } from './line';
import { emptyRow } from './rows';
import { input, lineStarts, MOST_BLANKS, places } from './memory';

/** Nothing is left to read, but for an unfinished last line. */
const DONE: i32 = 0;
/** The line at hand could not be accepted; it is the host's. */
const COLD: i32 = 1;
/** The columns are full. */
const FULL: i32 = 2;

/** Separators are looked for in so many bytes at a time. */
const SEGMENT: u32 = 4096;

let length: u32 = 0;
let final: bool = false;
let mostRows: u32 = 0;
let row: u32 = 0;
/** Where the next line begins, and where the line that is the host's begins and ends. */
let next: u32 = 0;
let coldStart: u32 = 0;
let coldEnd: u32 = 0;
/** Its blanks, and whether no other control character stands in it. */
let coldBlanks: usize = 0;
let coldBlankCount: i32 = 0;
let coldWhole: bool = false;
/** Bytes whose separators have been found, how many were, and how many have been looked at. */
let searched: u32 = 0;
let found: u32 = 0;
let index: u32 = 0;
/** The first separator of the line at hand, and whether it can be accepted at all. */
let firstBlank: u32 = 0;
let clean: bool = true;
/** Whether ENI records in the value format are what came last. */
let mayBeEni: bool = false;

/** Begins with the first `size` bytes of the input; `last` says that no more follow. */
export function begin(size: u32, last: bool, rows: u32): void {
  length = size;
  final = last;
  mostRows = rows;
  row = 0;
  next = 0;
  searched = 0;
  found = 0;
  index = 0;
  firstBlank = 0;
  clean = true;
}

export function rowCount(): u32 {
  return row;
}

export function nextLine(): u32 {
  return next;
}

export function coldLineStart(): u32 {
  return coldStart;
}

export function coldLineEnd(): u32 {
  return coldEnd;
}

/**
 * Reads lines until there are no more, a line is not accepted (it has a row, which the host fills),
 * or the columns are full.
 */
export function run(): i32 {
  mayBeEni = firstLayout() == ENI_LAYOUT;
  for (;;) {
    while (index < found) {
      if (index == firstBlank && clean && acceptsEni()) continue;
      const at = <usize>load<u32>(places + (<usize>index << 2));
      const byte = load<u8>(at);
      index++;
      if (byte == 0x20 || byte == 0x09) continue;
      if (byte != 0x0a && byte != 0x0d) {
        clean = false;
        continue;
      }
      const end = <u32>(at - input);
      if (end < next) {
        // The LF of a CRLF has been taken with its CR.
        firstBlank = index;
        continue;
      }
      if (row == mostRows) return FULL;
      const start = next;
      const blankCount = <i32>(index - 1 - firstBlank);
      const blanksAt = places + (<usize>firstBlank << 2);
      const whole = clean;
      // Beyond the end of the input stands a byte that is no line feed.
      next = end + 1 + <u32>(byte == 0x0d && load<u8>(at, 1) == 0x0a);
      firstBlank = index;
      clean = true;
      if (!finish(start, end, blanksAt, blankCount, whole)) return COLD;
      mayBeEni = firstLayout() == ENI_LAYOUT;
    }
    if (searched >= length) break;
    searchOn();
  }
  if (!final) return DONE;
  // The columns have room for this line beyond `mostRows`.
  final = false;
  const start = next;
  next = length;
  const blankCount = <i32>(found - firstBlank);
  return finish(start, length, places + (<usize>firstBlank << 2), blankCount, clean) ? DONE : COLD;
}

/** Tries the next 13 separators as the blanks of an ENI record that ends at the one after them. */
// @ts-ignore: decorator
@inline
function acceptsEni(): bool {
  if (!mayBeEni || index + ENI_BLANKS + 1 >= found || row == mostRows) return false;
  const blanks = places + (<usize>index << 2);
  const end = <usize>load<u32>(blanks + (<usize>ENI_BLANKS << 2));
  // LF, or CR and LF, which are two separators.
  const ends = <u32>load<u8>(end);
  const extra = <u32>(load<u16>(end) == 0x0a0d);
  if ((ends != 0x0a && extra == 0) || !areSpaces(blanks)) return false;
  const start = input + next;
  if (!acceptEni(row, start, end, blanks) && !acceptEniWithoutData(row, start, end, blanks)) {
    return false;
  }
  store<u32>(lineStarts + (<usize>row << 2), next);
  row++;
  next = <u32>(end - input) + 1 + extra;
  index += ENI_BLANKS + 1 + extra;
  firstBlank = index;
  return true;
}

/** Finds the separators of the next segment; those of an unfinished line move to the front. */
function searchOn(): void {
  let kept = found - firstBlank;
  if (kept > MOST_BLANKS) {
    clean = false;
    kept = 0;
  }
  memory.copy(places, places + (<usize>(found - kept) << 2), <usize>kept << 2);
  const stop = min(searched + SEGMENT, length);
  found = kept + findSeparators(input + searched, input + stop, places + (<usize>kept << 2));
  index = kept;
  firstBlank = 0;
  searched = stop;
}

/** Gives the line a row; false if it is the host's to fill. */
// @ts-ignore: decorator
@inline
function finish(start: u32, end: u32, blanksAt: usize, blankCount: i32, whole: bool): bool {
  const here = row++;
  store<u32>(lineStarts + (<usize>here << 2), start);
  if (start == end) {
    emptyRow(here);
    return true;
  }
  if (whole && accept(here, input + start, input + end, blanksAt, blankCount)) return true;
  coldStart = start;
  coldEnd = end;
  coldBlanks = blanksAt;
  coldBlankCount = blankCount;
  coldWhole = whole;
  return false;
}

/** Reads the line that was not accepted into its row, if it is in order but for a few values. */
export function acceptCold(): bool {
  if (!coldWhole) return false;
  return acceptFaulty(row - 1, input + coldStart, input + coldEnd, coldBlanks, coldBlankCount);
}
