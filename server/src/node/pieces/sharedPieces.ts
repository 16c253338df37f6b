import type { GivenPieces, Piece } from '../../core/table/pieces';
import { WordStore } from '../../core/scan/wordStore';
import { SLOTS, STATE, type PieceSlots } from './pieceSlots';

/** A thread that reads one piece for so long will not answer any more, in milliseconds. */
const PATIENCE = 500;

/** Pieces that are given to a thread by way of slots, one slot after the other. */
export class SharedPieces implements GivenPieces {
  /** Where the pieces in the slots begin; undefined in a slot without one. */
  private readonly begins: (number | undefined)[] = [];
  /** Answers that were taken out of slots, by where their pieces begin. */
  private readonly answers = new Map<number, Uint32Array>();
  private readonly store = new WordStore();
  private next = 0;

  constructor(private readonly shared: PieceSlots) {}

  give({ from, text, isLast }: Piece): 'given' | 'later' | 'never' {
    const { shared, next: slot } = this;
    if (shared.stateOf(slot) === STATE.answered) this.empty(slot);
    if (shared.stateOf(slot) !== STATE.empty) return 'later';
    if (!shared.write(slot, text, isLast)) return 'never';
    this.begins[slot] = from;
    shared.put(slot, STATE.given);
    this.next = (slot + 1) % SLOTS;
    return 'given';
  }

  answerTo(from: number): Uint32Array | undefined {
    const slot = this.begins.indexOf(from);
    if (slot >= 0) this.settle(slot);
    return this.answers.get(from);
  }

  end(): void {
    this.shared.close();
  }

  /** Takes back the piece in a slot if nobody has begun to read it, or else waits for the answer. */
  private settle(slot: number): void {
    const { shared } = this;
    if (shared.putFrom(slot, STATE.given, STATE.empty)) this.begins[slot] = undefined;
    else {
      if (shared.stateOf(slot) === STATE.taken) shared.awaitOther(slot, STATE.taken, PATIENCE);
      if (shared.stateOf(slot) === STATE.answered) this.empty(slot);
    }
  }

  /** Takes an answer out of its slot. */
  private empty(slot: number): void {
    const from = this.begins[slot];
    if (from !== undefined) this.answers.set(from, this.store.keep(this.shared.answerIn(slot)));
    this.begins[slot] = undefined;
    this.shared.put(slot, STATE.empty);
  }
}
