import type { Chunk } from './chunk';
import { eachAccepted, eachSuspect, hashHeld, wordAt } from './hashedLines';
import type { Kernel } from './kernel';
import type { WordStore } from './wordStore';

/** Begins of the four lanes, the first words of the fractional part of pi. */
const LANES = [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344] as const;

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

function step(lane: number, word: number): number {
  const product = Math.imul(lane ^ word, 0x21f0aaad);
  return product ^ (product >>> 15);
}

function mix(word: number): number {
  const product = Math.imul(word, 0x735a2d97);
  return product ^ (product >>> 15);
}
