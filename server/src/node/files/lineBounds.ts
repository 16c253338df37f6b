import { LINE } from '../../core/scan/columns';
import { MOST_WRAPPED_LINES } from '../../core/scan/joinWrapped';
import { scanChunk, type ScanOptions } from '../../core/scan/scanChunk';
import { SHORT_MARGIN } from './blocks';

const LF = 0x0a;
const CR = 0x0d;

/**
 * Where the first line begins that belongs to the block after `boundary`: the first one that begins
 * there or behind and is no further line of a wrapped record from before. Depends on the bytes
 * around the boundary alone, so the threads on both sides of it agree.
 */
export function firstOwnLine(
  bytes: Uint8Array,
  boundary: number,
  declared: number,
  { layouts, latest }: Pick<ScanOptions, 'layouts' | 'latest'>,
): number {
  const start = lineAtOrAfter(bytes, boundary);
  if (start === 0 || start === bytes.length) return start;
  let from = start;
  for (let lines = 0; lines < MOST_WRAPPED_LINES && from > 0; lines++)
    from = lineBefore(bytes, from);
  let to = start;
  for (let lines = 0; lines < MOST_WRAPPED_LINES && to < bytes.length; lines++) {
    to = lineAtOrAfter(bytes, to + 1);
  }
  const around = scanChunk(bytes.subarray(from, to), declared, false, { layouts, latest });
  const row = around.lineStarts.indexOf(start - from);
  const across = around.wrapped.find(record => record.row < row && row < record.row + record.rows);
  return across ? from + around.lineStarts[across.row + across.rows]! : start;
}

/**
 * The same where it is easy to tell, with few bytes on both sides: the line before is a record of
 * its own, which no wrapped record goes across. Undefined where it is not, which depends on these
 * few bytes alone.
 */
export function plainOwnLine(
  bytes: Uint8Array,
  boundary: number,
  declared: number,
  { layouts, latest, kernel }: Pick<ScanOptions, 'layouts' | 'latest' | 'kernel'>,
): number | undefined {
  const least = boundary - SHORT_MARGIN;
  const most = boundary + SHORT_MARGIN;
  const start = lineAtOrAfter(bytes, boundary, most);
  if (start === most || start >= bytes.length) return undefined;
  // Lines from here on decide; those before that begin with a digit declare no other columns.
  let from = lineBefore(bytes, start);
  for (let lines = 1, at = from; lines < MOST_WRAPPED_LINES && at > 0; lines++) {
    at = lineBefore(bytes, at);
    if (at < least) return undefined;
    if (!isDigit(bytes[at]!)) from = at;
  }
  const options = { layouts, latest, kernel, verdictOnly: true };
  // A kernel loses the byte behind what it reads where it stands.
  const behind = bytes[start]!;
  const before = scanChunk(bytes.subarray(from, start), declared, false, options);
  bytes[start] = behind;
  const row = before.lines - 1;
  const isPlain = before.columns.kind[row] === LINE.record && before.suspects.at(-1) !== row;
  return isPlain ? start : undefined;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

/** Where the first line begins at or after a place; `most` if there is none before. */
function lineAtOrAfter(bytes: Uint8Array, place: number, most = bytes.length): number {
  if (place === 0) return 0;
  for (let i = place - 1; i < most; i++) {
    if (bytes[i] === LF || (bytes[i] === CR && bytes[i + 1] !== LF)) return i + 1;
  }
  return most;
}

/** Where the line before the one that begins at `start` begins. */
function lineBefore(bytes: Uint8Array, start: number): number {
  let i = start - 1;
  if (bytes[i] === LF && bytes[i - 1] === CR) i--;
  while (i > 0 && bytes[i - 1] !== LF && bytes[i - 1] !== CR) i--;
  return i;
}
