import { DOCUMENT_CHUNK } from '../../core/table/flowTable';

/** Pieces that wait for their reader or are being read: enough that it never waits for the next. */
export const SLOTS = 4;
/** Bytes of a piece, and words of an answer, for which a slot has room. */
const MOST_BYTES = DOCUMENT_CHUNK;
const MOST_ANSWER = 8 * 1024;

/** Words of a slot, before the bytes of its piece. */
const WORD = { state: 0, bytes: 1, isLast: 2, answer: 3 } as const;
const HEAD = 4;
const SLOT_WORDS = HEAD + MOST_BYTES / 4 + MOST_ANSWER;
/** The word behind all slots: whether no piece comes any more. */
const CLOSED = SLOTS * SLOT_WORDS;

/** What happens to a slot, one after the other. */
export const STATE = { empty: 0, given: 1, taken: 2, answered: 3 } as const;
type State = (typeof STATE)[keyof typeof STATE];

const encoder = new TextEncoder();

/** Slots in memory that two threads share: one gives pieces of a text, the other reads them. */
export class PieceSlots {
  private readonly words: Int32Array;

  constructor(readonly memory = new SharedArrayBuffer((CLOSED + 1) * 4)) {
    this.words = new Int32Array(memory);
  }

  stateOf(slot: number): State {
    return Atomics.load(this.words, slot * SLOT_WORDS) as State;
  }

  /** Puts a slot in a state, and wakes who waits for another. */
  put(slot: number, state: State): void {
    Atomics.store(this.words, slot * SLOT_WORDS, state);
    Atomics.notify(this.words, slot * SLOT_WORDS);
  }

  /** Puts a slot in a state if it is in this one; says whether it was. */
  putFrom(slot: number, from: State, state: State): boolean {
    return Atomics.compareExchange(this.words, slot * SLOT_WORDS, from, state) === from;
  }

  /** Waits until a slot leaves a state; false if that takes longer than so many milliseconds. */
  awaitOther(slot: number, state: State, milliseconds: number): boolean {
    return Atomics.wait(this.words, slot * SLOT_WORDS, state, milliseconds) !== 'timed-out';
  }

  /** Writes a piece into a slot; false if it is not plain ASCII, or too long. */
  write(slot: number, text: string, isLast: boolean): boolean {
    if (text.length > MOST_BYTES) return false;
    const at = slot * SLOT_WORDS;
    this.words[at + WORD.bytes] = text.length;
    this.words[at + WORD.isLast] = Number(isLast);
    // Any other character takes more bytes than units, so that the last ones find no room.
    return encoder.encodeInto(text, this.bytesIn(slot)).read === text.length;
  }

  bytesIn(slot: number): Uint8Array {
    const at = slot * SLOT_WORDS;
    return new Uint8Array(this.memory, (at + HEAD) * 4, this.words[at + WORD.bytes]);
  }

  isLast(slot: number): boolean {
    return this.words[slot * SLOT_WORDS + WORD.isLast] !== 0;
  }

  /** Where an answer may be written. */
  answerPlace(slot: number): Uint32Array {
    return new Uint32Array(this.memory, ((slot + 1) * SLOT_WORDS - MOST_ANSWER) * 4, MOST_ANSWER);
  }

  /** Says how many words were written there. */
  sizeAnswer(slot: number, words: number): void {
    this.words[slot * SLOT_WORDS + WORD.answer] = words;
  }

  answerIn(slot: number): Uint32Array {
    return this.answerPlace(slot).subarray(0, this.words[slot * SLOT_WORDS + WORD.answer]);
  }

  get isClosed(): boolean {
    return Atomics.load(this.words, CLOSED) !== 0;
  }

  /** Says that no piece comes any more, and wakes who waits for one. */
  close(): void {
    Atomics.store(this.words, CLOSED, 1);
    for (let slot = 0; slot < SLOTS; slot++) Atomics.notify(this.words, slot * SLOT_WORDS);
  }
}
