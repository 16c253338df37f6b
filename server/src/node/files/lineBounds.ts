import { MOST_WRAPPED_LINES } from '../../core/scan/joinWrapped';
import { scanChunk, type ScanOptions } from '../../core/scan/scanChunk';

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

/** Where the first line begins at or after a place. */
function lineAtOrAfter(bytes: Uint8Array, place: number): number {
  if (place === 0) return 0;
  for (let i = place - 1; i < bytes.length; i++) {
    if (bytes[i] === LF || (bytes[i] === CR && bytes[i + 1] !== LF)) return i + 1;
  }
  return bytes.length;
}

/** Where the line before the one that begins at `start` begins. */
function lineBefore(bytes: Uint8Array, start: number): number {
  let i = start - 1;
  if (bytes[i] === LF && bytes[i - 1] === CR) i--;
  while (i > 0 && bytes[i - 1] !== LF && bytes[i - 1] !== CR) i--;
  return i;
}
