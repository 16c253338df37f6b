import type { Chunk } from './chunk';
import { eachAccepted, eachSuspect, hashHeld, wordAt } from './hashedLines';
import type { Kernel } from './kernel';

/** Begins of the four chains, the first words of the fractional part of pi. */
const BEGINS = [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344] as const;

/** Bytes that {@link wideHashes} needs of a kernel's extra memory for so many rows. */
export const wideHashBytes = (rows: number) => rows * 8;

/**
 * A hash of 64 bits a row of a chunk, two words each: of the line without blanks around it, and
 * zeros for rows that are no record on a line of its own. For whoever cannot keep the lines to
 * compare them. A kernel hashes a chunk that it has just read; what it gives is there until the next.
 */
export function wideHashes(chunk: Chunk, kernel?: Kernel): Uint32Array {
  const held = hashHeld(chunk, kernel, 2, (held, at) => {
    held.exports.hashRowsWide(chunk.lines, at);
  });
  const hashes = held ?? hashAccepted(chunk);
  eachSuspect(chunk, (row, text) => put(hashes, row, text, 0, text.length));
  return hashes;
}

/** The hashes of accepted records in plain TypeScript. */
function hashAccepted(chunk: Chunk): Uint32Array {
  const hashes = new Uint32Array(chunk.lines * 2);
  eachAccepted(chunk, (row, from, stop) => put(hashes, row, chunk.bytes, from, stop));
  return hashes;
}

/** Puts the hash of some bytes, never zeros. Words go into one pair of chains and the other in turn. */
function put(
  hashes: Uint32Array,
  row: number,
  bytes: Uint8Array,
  from: number,
  stop: number,
): void {
  let [a, b, c, d]: [number, number, number, number] = [...BEGINS];
  b ^= stop - from;
  for (let at = from; at < stop; at += 8) {
    const one = wordAt(bytes, at, stop);
    const other = wordAt(bytes, at + 4, stop);
    a = mixA(a ^ one);
    b = mixB(b + one);
    c = mixA(c ^ other);
    d = mixB(d + other);
  }
  const low = mixA(mixA(a) ^ c);
  const high = mixB(mixB(b) + d);
  hashes[row * 2] = (low | high) === 0 ? 1 : low;
  hashes[row * 2 + 1] = high;
}

function mixA(word: number): number {
  const product = Math.imul(word, 0x85ebca6b);
  return product ^ (product >>> 15);
}

function mixB(word: number): number {
  const product = Math.imul(word, 0xc2b2ae35);
  return product ^ (product >>> 15);
}
