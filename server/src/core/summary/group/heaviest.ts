import { SUM, WORDS } from './entry';

/** A figure's sign, exponent and first five binary places: how finely figures are told apart. */
const SHIFT = 15;
const BINS = 1 << 16;
const bins = new Int32Array(BINS);

/** The words of an entry with the upper halves of its figures (the lower half comes first). */
const UPPER = [SUM.records, SUM.packets, SUM.bytes].map(sum => sum * 2 + 1);

/**
 * Marks about as many entries as may stay, those that carry most by any of the three figures; of
 * figures that are the same to one thirty-second all stay or none.
 */
export function heaviest(words: Int32Array, count: number, most: number): Uint8Array {
  const keep = new Uint8Array(count);
  const each = Math.floor(most / UPPER.length);
  for (const upper of UPPER) markLargest(words, count, upper, each, keep);
  return keep;
}

function markLargest(
  words: Int32Array,
  count: number,
  upper: number,
  most: number,
  keep: Uint8Array,
): void {
  bins.fill(0);
  for (let entry = 0; entry < count; entry++) bins[words[entry * WORDS + upper]! >>> SHIFT]!++;
  let cut = BINS - 1;
  for (let kept = 0; cut >= 0; cut--) {
    kept += bins[cut]!;
    if (kept > most) break;
  }
  for (let entry = 0; entry < count; entry++) {
    if (words[entry * WORDS + upper]! >>> SHIFT > cut) keep[entry] = 1;
  }
}
