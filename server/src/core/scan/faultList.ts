import type { Fault } from './faultyRecord';

/**
 * Stands for the target of a fault that is no value's: values contradict each other. In place of a start
 * it has the number of the record's layout, or {@link DECLARED}.
 */
export const TOGETHER = 31;
/** Stands for the declared layout, whose number differs between sets of layouts. */
export const DECLARED = 0xffff_ffff;
/** Words of a fault: the number of its suspect, target, start and end. */
const WORDS = 4;
const NONE = new Uint32Array(0);
const FIRST_ROOM = 16 * WORDS;

/**
 * The faults of a chunk's suspects, in order. Plain numbers: where every line has one, objects would
 * leave more garbage than everything else.
 */
export class FaultList {
  /** Faults as {@link words} has them; the list may go on in words of its own. */
  constructor(
    private room: Uint32Array = NONE,
    private used = room.length,
  ) {}

  add(suspect: number, target: number, start: number, end: number): void {
    if (this.used === this.room.length) {
      const grown = new Uint32Array(Math.max(FIRST_ROOM, 2 * this.used));
      grown.set(this.room);
      this.room = grown;
    }
    this.room[this.used++] = suspect;
    this.room[this.used++] = target;
    this.room[this.used++] = start;
    this.room[this.used++] = end;
  }

  /** All of them as words. */
  get words(): Uint32Array {
    return this.room.subarray(0, this.used);
  }

  /** The number of the suspect that a fault belongs to; -1 behind the last fault. */
  suspectOf(fault: number): number {
    const at = fault * WORDS;
    return at < this.used ? this.room[at]! : -1;
  }

  at(fault: number): Fault {
    const { room } = this;
    const at = fault * WORDS;
    return { target: room[at + 1]!, start: room[at + 2]!, end: room[at + 3]! };
  }
}
