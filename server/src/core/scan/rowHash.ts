import type { Chunk } from './chunk';
import { eachAccepted, eachSuspect, hashHeld, wordAt } from './hashedLines';
import type { Kernel } from './kernel';
import type { WordStore } from './wordStore';

/** Begins of the lanes, the first words of the fractional part of pi. */
const LANES = [
  ...[0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
  ...[0xa4093822, 0x299f31d0, 0x082efa98, 0xec4e6c89],
];

/** Bytes that {@link hashRows} needs of a kernel's extra memory for so many rows. */
export const hashBytes = (rows: number) => rows * 4;

/**
 * A hash a row of a chunk: of the line without blanks around it, and 0 for rows that are no record
 * on a line of its own. A kernel hashes a chunk that it has just read and whose columns are its own;
 * these hashes are kept in the `store`, if there is one.
 */
export function hashRows(chunk: Chunk, kernel?: Kernel, store?: WordStore): Uint32Array {
  const held = hashHeld(chunk, kernel, 1, (held, at) => {
    held.exports.hashRows(chunk.lines, at);
  });
  const hashes = held ? (store?.keep(held) ?? held.slice()) : hashAccepted(chunk);
  eachSuspect(chunk, (row, text) => {
    hashes[row] = hashText(text, 0, text.length);
  });
  return hashes;
}

/** The hashes of accepted records in plain TypeScript. */
function hashAccepted(chunk: Chunk): Uint32Array {
  const hashes = new Uint32Array(chunk.lines);
  eachAccepted(chunk, (row, from, stop) => {
    hashes[row] = hashText(chunk.bytes, from, stop);
  });
  return hashes;
}

const lanes = new Int32Array(LANES.length);

/**
 * A hash of some bytes, never 0. 16 bytes go into four lanes, the next 16 into the other four, and so
 * on in turn: no lane waits long for itself.
 */
function hashText(bytes: Uint8Array, from: number, stop: number): number {
  lanes.set(LANES);
  for (let at = from; ; at += 32) {
    stepFour(0, bytes, at, stop);
    if (stop - at < 16) break;
    stepFour(4, bytes, at + 16, stop);
    if (stop - at < 32) break;
  }
  let hash = stop - from;
  for (let lane = 0; lane < 4; lane++) hash = mix(hash ^ step(lanes[lane]!, lanes[lane + 4]!));
  return hash >>> 0 || 1;
}

/** Takes 16 bytes into four lanes. */
function stepFour(first: number, bytes: Uint8Array, at: number, stop: number): void {
  for (let lane = 0; lane < 4; lane++) {
    lanes[first + lane] = step(lanes[first + lane]!, wordAt(bytes, at + lane * 4, stop));
  }
}

function step(lane: number, word: number): number {
  const product = Math.imul(lane ^ word, 0x21f0aaad);
  return product ^ (product >>> 15);
}

function mix(word: number): number {
  const product = Math.imul(word, 0x735a2d97);
  return product ^ (product >>> 15);
}
