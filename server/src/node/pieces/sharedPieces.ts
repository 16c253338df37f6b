import type { GivenPieces, Piece } from '../../core/table/pieces';
import { WordStore } from '../../core/scan/wordStore';
import { SLOTS, STATE, type PieceSlots } from './pieceSlots';

/** A thread that reads one piece for so long will not answer any more, in milliseconds. */
const PATIENCE = 500;

/** Pieces that are given to a thread by way of slots, one slot after the other. */
export class SharedPieces implements GivenPieces {
  /** By where they begin: pieces in slots, and answers that were taken out of slots. */
  private readonly slots = new Map<number, number>();
  private readonly answers = new Map<number, Uint32Array>();
  private readonly store = new WordStore();
  private readonly begins: number[] = [];
  private next = 0;

  constructor(private readonly shared: PieceSlots) {}

  give({ from, text, isLast }: Piece): 'given' | 'later' | 'never' {
    const { shared, next: slot } = this;
    if (shared.stateOf(slot) === STATE.answered) this.empty(slot);
    if (shared.stateOf(slot) !== STATE.empty) return 'later';
    if (!shared.write(slot, text, isLast)) return 'never';
    this.slots.set(from, slot);
    this.begins[slot] = from;
    shared.put(slot, STATE.given);
    this.next = (slot + 1) % SLOTS;
    return 'given';
  }

  answerTo(from: number): Uint32Array | undefined {
    const slot = this.slots.get(from);
    if (slot !== undefined) this.await(slot);
    return this.answers.get(from);
  }

  end(): void {
    this.shared.close();
  }

  /** Until a slot is answered, unless nobody has begun to read its piece. */
  private await(slot: number): void {
    const { shared } = this;
    if (shared.putFrom(slot, STATE.given, STATE.empty)) return;
    if (shared.stateOf(slot) === STATE.taken) shared.awaitOther(slot, STATE.taken, PATIENCE);
    if (shared.stateOf(slot) === STATE.answered) this.empty(slot);
  }

  /** Takes an answer out of its slot. */
  private empty(slot: number): void {
    const from = this.begins[slot]!;
    this.answers.set(from, this.store.keep(this.shared.answerIn(slot)));
    this.slots.delete(from);
    this.shared.put(slot, STATE.empty);
  }
}
