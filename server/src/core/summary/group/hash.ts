/**
 * Hashes of 32 bits. The seed differs from run to run, so that no file can be written whose keys
 * all fall on one place of a table.
 */

/** Spreads every bit of a word over all of them, one to one (finaliser by C. Wellons, lowbias32). */
export function mix(word: number): number {
  let h = word;
  h = Math.imul(h ^ (h >>> 16), 0x21f0aaad);
  h = Math.imul(h ^ (h >>> 15), 0x735a2d97);
  return h ^ (h >>> 15);
}

/** The hash of two things, in their order, from theirs. */
export function combine(a: number, b: number): number {
  return mix((Math.imul(a, 0x9e3779b1) + b) | 0);
}

/** The hash of a text. */
export function hashText(text: string, seed: number): number {
  let h = seed;
  for (let i = 0; i < text.length; i++) h = mix(h ^ Math.imul(text.charCodeAt(i) + 1, 0x85ebca6b));
  return mix(h ^ text.length);
}
