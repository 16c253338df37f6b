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

/** Words that there is room for at first. */
const FEW = 8;

/** Three bits for each slot of time, slots counted from 1970 on; long gaps take no room. */
export class Slots {
  /** Slots with any bits. */
  size = 0;
  /** Numbers of words, ascending, and the words. */
  private numbers: Int32Array = new Int32Array(FEW);
  private words: Int32Array = new Int32Array(FEW);
  private count = 0;
  /** Place of the word that was looked for last: times follow each other. */
  private last = 0;

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
    this.makeRoom(Math.ceil((words.length * from) / to));
    for (let i = 0; i < words.length; i++) {
      if (from === to) this.addWord(numbers[i]!, words[i]!);
      else this.addWider(numbers[i]! * IN_WORD, words[i]!, from, to);
    }
  }

  /** Adds the slots of a word, whose first one has this number among slots `from` seconds wide. */
  private addWider(first: number, word: number, from: number, to: number): void {
    let here = -1;
    let held = 0;
    for (let i = 0, rest = word; rest !== 0; i++, rest >>>= BITS) {
      const bits = rest & 7;
      if (bits === 0) continue;
      const slot = Math.floor(((first + i) * from) / to);
      if (slot !== here && held !== 0) this.addSlot(here, held);
      held = slot === here ? held | bits : bits;
      here = slot;
    }
    if (held !== 0) this.addSlot(here, held);
  }

  private addSlot(slot: number, bits: number): void {
    const number = Math.floor(slot / IN_WORD);
    this.addWord(number, bits << ((slot - number * IN_WORD) * BITS));
  }

  /** Calls back with runs of slots that have the same bits, in the order of time. */
  eachRun(visit: (from: number, to: number, bits: number) => void): void {
    const { numbers, words } = this;
    let from = 0;
    let to = 0;
    let held = 0;
    for (let i = 0; i < this.count; i++) {
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
    const { numbers, words, count } = this;
    return { numbers: numbers.slice(0, count), words: words.slice(0, count) };
  }

  private addWord(number: number, bits: number): number {
    const place = this.placeOf(number);
    const before = this.words[place]!;
    const word = before | bits;
    if (word !== before) {
      this.size += slotsIn(word) - slotsIn(before);
      this.words[place] = word;
    }
    return word;
  }

  /** The place of a word, of a new one if there was none. */
  private placeOf(number: number): number {
    const { numbers, count } = this;
    if (this.last < count && numbers[this.last] === number) return this.last;
    const place = count > 0 && number > numbers[count - 1]! ? count : this.search(number);
    if (place === count || numbers[place] !== number) this.insert(place, number);
    return (this.last = place);
  }

  /** The first place with a number that is not smaller. */
  private search(number: number): number {
    let from = 0;
    let to = this.count;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (this.numbers[middle]! < number) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  private insert(place: number, number: number): void {
    if (this.count === this.numbers.length) this.makeRoom(this.count);
    this.numbers.copyWithin(place + 1, place, this.count);
    this.words.copyWithin(place + 1, place, this.count);
    this.numbers[place] = number;
    this.words[place] = 0;
    this.count++;
  }

  private makeRoom(words: number): void {
    const room = this.count + words;
    if (room <= this.numbers.length) return;
    this.numbers = withRoom(this.numbers, room);
    this.words = withRoom(this.words, room);
  }
}

function withRoom(values: Int32Array, room: number): Int32Array {
  const more = new Int32Array(room);
  more.set(values);
  return more;
}

/** How many slots of a word have any bits. */
function slotsIn(word: number): number {
  let some = (word | (word >>> 1) | (word >>> 2)) & LOWEST;
  let count = 0;
  for (; some !== 0; some &= some - 1) count++;
  return count;
}
