/** Slots that share a word, three bits each: as many as a small integer of the engine holds. */
const IN_WORD = 10;
const BITS = 3;
/** The lowest bit of each slot. */
const LOWEST = 0o1111111111;

/** What a thread hands on of some slots: which words there are, ascending, and the words. */
export interface SlotsData {
  readonly numbers: Int32Array;
  readonly words: Int32Array;
}

/** Three bits for each slot of time, slots counted from 1970 on; long gaps take no room. */
export class Slots {
  /** Slots with any bits. */
  size = 0;
  private readonly words = new Map<number, number>();

  /** Adds bits to the slots from one to another; gives what all of them have now. */
  addRun(first: number, last: number, bits: number): number {
    let common = 7;
    for (let slot = first; slot <= last;) {
      const number = Math.floor(slot / IN_WORD);
      const at = (slot - number * IN_WORD) * BITS;
      const count = Math.min(IN_WORD - at / BITS, last - slot + 1);
      const lowest = LOWEST & ((1 << (count * BITS)) - 1);
      const word = this.addWord(number, (lowest * bits) << at) >>> at;
      for (let bit = 0; bit < BITS; bit++) {
        if (((word >>> bit) & lowest) !== lowest) common &= ~(1 << bit);
      }
      slot += count;
    }
    return common;
  }

  /** Adds the bits of slots that follow each other. */
  addSlots(first: number, bits: Uint8Array): void {
    for (let i = 0; i < bits.length;) {
      const number = Math.floor((first + i) / IN_WORD);
      let word = 0;
      for (let at = first + i - number * IN_WORD; at < IN_WORD && i < bits.length; at++) {
        word |= bits[i++]! << (at * BITS);
      }
      if (word !== 0) this.addWord(number, word);
    }
  }

  /** Adds what other slots have, `from` of whose seconds are `to` seconds here. */
  merge({ numbers, words }: SlotsData, from: number, to: number): void {
    for (let i = 0; i < words.length; i++) {
      if (from === to) this.addWord(numbers[i]!, words[i]!);
      else
        eachIn(numbers[i]!, words[i]!, (slot, bits) => {
          const here = Math.floor((slot * from) / to);
          this.addRun(here, here, bits);
        });
    }
  }

  /** Calls back with runs of slots that have the same bits, in the order of time. */
  eachRun(visit: (from: number, to: number, bits: number) => void): void {
    const { numbers, words } = this.data();
    let from = 0;
    let to = 0;
    let held = 0;
    for (let i = 0; i < words.length; i++) {
      const word = words[i]!;
      const first = numbers[i]! * IN_WORD;
      const isAlike = word === (word & 7) * LOWEST;
      if (isAlike && (word & 7) === held && first === to) {
        to += IN_WORD;
        continue;
      }
      for (let n = 0; n < IN_WORD; n++) {
        const bits = (word >>> (n * BITS)) & 7;
        const slot = first + n;
        if (bits !== held || slot !== to) {
          if (held !== 0) visit(from, to, held);
          from = slot;
          held = bits;
        }
        to = slot + 1;
      }
    }
    if (held !== 0) visit(from, to, held);
  }

  data(): SlotsData {
    const numbers = new Int32Array(this.words.size);
    let [count, last, isSorted] = [0, -Infinity, true];
    for (const number of this.words.keys()) {
      if (number < last) isSorted = false;
      numbers[count++] = last = number;
    }
    // Most logs are in the order of time.
    if (!isSorted) numbers.sort();
    const words = new Int32Array(count);
    for (let i = 0; i < count; i++) words[i] = this.words.get(numbers[i]!)!;
    return { numbers, words };
  }

  private addWord(number: number, bits: number): number {
    const before = this.words.get(number) ?? 0;
    const word = before | bits;
    if (word !== before) {
      this.size += slotsIn(word) - slotsIn(before);
      this.words.set(number, word);
    }
    return word;
  }
}

function eachIn(number: number, word: number, visit: (slot: number, bits: number) => void): void {
  for (let i = 0; i < IN_WORD; i++) {
    const bits = (word >>> (i * BITS)) & 7;
    if (bits !== 0) visit(number * IN_WORD + i, bits);
  }
}

/** How many slots of a word have any bits. */
function slotsIn(word: number): number {
  let some = (word | (word >>> 1) | (word >>> 2)) & LOWEST;
  let count = 0;
  for (; some !== 0; some &= some - 1) count++;
  return count;
}
