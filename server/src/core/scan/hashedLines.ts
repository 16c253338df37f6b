import { lineText, type Chunk } from './chunk';
import { FLAG, LINE } from './columns';
import type { Kernel } from './kernel';

const encoder = new TextEncoder();
const BLANK = 0x20;

/**
 * What a kernel hashes of a chunk that it has just read and whose columns are its own, so many words
 * a row; there until the next one. Undefined if it has not read the chunk, or has no room.
 */
export function hashHeld(
  { columns, lines }: Chunk,
  kernel: Kernel | undefined,
  words: number,
  hash: (kernel: Kernel, at: number) => void,
): Uint32Array | undefined {
  if (!kernel || columns !== kernel.columns) return undefined;
  const { map, memory } = kernel;
  if (lines * words * 4 > map.extraSize) return undefined;
  kernel.extraUsed = true;
  hash(kernel, map.extra);
  return new Uint32Array(memory.buffer as ArrayBuffer, map.extra, lines * words);
}

/** Calls back with where the line of each accepted record stands, without blanks around it. */
export function eachAccepted(
  { bytes, columns, lines, lineStarts }: Chunk,
  visit: (row: number, from: number, stop: number) => void,
): void {
  const { kind, flags } = columns;
  for (let row = 0; row < lines; row++) {
    if (kind[row] !== LINE.record || flags[row]! & (FLAG.wrapped | FLAG.suspect)) continue;
    let from = lineStarts[row]!;
    let stop = lineStarts[row + 1]!;
    while (bytes[stop - 1]! <= BLANK) stop--;
    while (bytes[from]! <= BLANK) from++;
    visit(row, from, stop);
  }
}

/** Calls back with the line of each record that was not accepted, without blanks around it. */
export function eachSuspect(chunk: Chunk, visit: (row: number, text: Uint8Array) => void): void {
  const { kind, flags } = chunk.columns;
  for (const row of chunk.suspects) {
    if (kind[row] !== LINE.record || flags[row]! & FLAG.wrapped) continue;
    visit(row, encoder.encode(lineText(chunk, row).trim()));
  }
}

/** Four bytes, those from `stop` on as zeros. */
export function wordAt(bytes: Uint8Array, at: number, stop: number): number {
  let word = 0;
  for (let i = Math.min(at + 4, stop) - 1; i >= at; i--) word = (word << 8) | bytes[i]!;
  return word;
}
