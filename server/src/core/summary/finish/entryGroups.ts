import { WORD, WORDS } from '../group/entry';
import { slotsFor } from '../group/entryTable';
import { KEY } from '../group/keys';

/** Numbers a table's conversations by what they have in common: their client, or both ends. */
export class EntryGroups {
  /** The entry with which each group began. */
  readonly firsts: number[] = [];
  private readonly slots: Int32Array;
  private readonly v6: number;

  constructor(
    private readonly words: Int32Array,
    most: number,
    private readonly ofBothEnds: boolean,
  ) {
    this.slots = new Int32Array(slotsFor(most));
    this.v6 = ofBothEnds ? KEY.v6InA | KEY.v6InB : KEY.v6InA;
  }

  /** The number of an entry's group, by the hash of what the group has in common. */
  of(entry: number, hash: number): number {
    const { slots, firsts } = this;
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (let held = slots[slot]!; held !== 0; held = slots[slot]!) {
      if (this.isAlike(firsts[held - 1]!, entry)) return held - 1;
      slot = (slot + 1) & mask;
    }
    slots[slot] = firsts.push(entry);
    return firsts.length - 1;
  }

  private isAlike(one: number, other: number): boolean {
    const { words, v6, ofBothEnds } = this;
    const [at, otherAt] = [one * WORDS, other * WORDS];
    if (words[at + WORD.a] !== words[otherAt + WORD.a]) return false;
    if (((words[at + WORD.c]! ^ words[otherAt + WORD.c]!) & v6) !== 0) return false;
    return !ofBothEnds || words[at + WORD.b] === words[otherAt + WORD.b];
  }
}
