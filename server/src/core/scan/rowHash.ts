import { lineText, type Chunk } from './chunk';
import { FLAG, LINE } from './columns';
import type { Kernel } from './kernel';

const encoder = new TextEncoder();
const BLANK = 0x20;
/** Begins of the four lanes, the first words of the fractional part of pi. */
const LANES = [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344] as const;

/** Bytes that {@link hashRows} needs of a kernel's extra memory for so many rows. */
export const hashBytes = (rows: number) => rows * 4;

/**
 * A hash a row of a chunk: of the line without blanks around it, and 0 for rows that are no record
 * on a line of its own. A kernel hashes a chunk that it has just read and whose columns are its own.
 */
export function hashRows(chunk: Chunk, kernel?: Kernel): Uint32Array {
  const { lines } = chunk;
  const held =
    kernel && chunk.columns === kernel.columns && hashBytes(lines) <= kernel.map.extraSize;
  const hashes = held ? hashHeld(kernel, lines) : hashAccepted(chunk);
  eachSuspect(chunk, (row, text) => {
    hashes[row] = hashText(text, 0, text.length);
  });
  return hashes;
}

/** The hashes of accepted records of the block that a kernel has just read. */
function hashHeld(kernel: Kernel, lines: number): Uint32Array {
  const { exports, map, memory } = kernel;
  kernel.extraUsed = true;
  exports.hashRows(lines, map.extra);
  return new Uint32Array(memory.buffer as ArrayBuffer, map.extra, lines).slice();
}

/** The same in plain TypeScript. */
function hashAccepted(chunk: Chunk): Uint32Array {
  const hashes = new Uint32Array(chunk.lines);
  eachAccepted(chunk, (row, from, stop) => {
    hashes[row] = hashText(chunk.bytes, from, stop);
  });
  return hashes;
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

/** A hash of some bytes, never 0. Every fourth word goes into the same of four lanes. */
function hashText(bytes: Uint8Array, from: number, stop: number): number {
  let [a, b, c, d]: [number, number, number, number] = [...LANES];
  for (let at = from; at < stop; at += 16) {
    a = step(a, wordAt(bytes, at, stop));
    b = step(b, wordAt(bytes, at + 4, stop));
    c = step(c, wordAt(bytes, at + 8, stop));
    d = step(d, wordAt(bytes, at + 12, stop));
  }
  return mix(mix(mix(mix((stop - from) ^ a) ^ b) ^ c) ^ d) >>> 0 || 1;
}

/** Four bytes, those from `stop` on as zeros. */
export function wordAt(bytes: Uint8Array, at: number, stop: number): number {
  let word = 0;
  for (let i = Math.min(at + 4, stop) - 1; i >= at; i--) word = (word << 8) | bytes[i]!;
  return word;
}

function step(lane: number, word: number): number {
  const product = Math.imul(lane ^ word, 0x21f0aaad);
  return product ^ (product >>> 15);
}

function mix(word: number): number {
  const product = Math.imul(word, 0x735a2d97);
  return product ^ (product >>> 15);
}
