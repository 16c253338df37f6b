import { CORE_FIELDS, type Field } from '../layouts/fields';
import { OTHER_FIELDS } from '../layouts/otherFields';
import { targetOf } from './plan';

interface Key {
  readonly spelling: Uint8Array;
  readonly target: number;
}

export const KEYS: readonly Key[] = ([...CORE_FIELDS, ...OTHER_FIELDS] as readonly Field[]).flatMap(
  field =>
    [field.name, ...(field.aliases ?? [])].map(name => ({
      spelling: Uint8Array.from(name, letter => letter.charCodeAt(0)),
      target: targetOf(field),
    })),
);

/**
 * Finds the target of a key:value token's key. Records of one file have one key order nearly
 * always, so the key that stood at the same place in the last record is tried first.
 */
export class KeyOrder {
  private readonly last: Key[] = [];

  /** The target of the key `bytes[start, end)` at a place of the line; -1 if no field has it. */
  target(bytes: Uint8Array, start: number, end: number, place: number): number {
    const guess = this.last[place];
    if (guess && spells(bytes, start, end, guess.spelling)) return guess.target;
    for (const key of KEYS) {
      if (spells(bytes, start, end, key.spelling)) {
        if (place < 64) this.last[place] = key;
        return key.target;
      }
    }
    return -1;
  }
}

function spells(bytes: Uint8Array, start: number, end: number, word: Uint8Array): boolean {
  if (end - start !== word.length) return false;
  for (let i = 0; i < word.length; i++) if (bytes[start + i] !== word[i]) return false;
  return true;
}
