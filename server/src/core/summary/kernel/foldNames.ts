import { NO_NAME } from '../../scan/columns';
import type { Kernel } from '../../scan/kernel';
import type { NameTable } from '../../scan/names';
import { pointWord } from '../group/entry';
import type { NameBook } from '../group/nameBook';
import { FACT, FACT_WORDS, type FoldMap } from './foldMemory';

const SCAN_NAMES = 1 << 16;

/** Tells a kernel what the fold knows of the names that the scan found. */
export class FoldNames {
  /** Numbers in the book by the scan's numbers; 0 where they were not asked for yet. */
  private readonly numbers: Uint32Array;
  private readonly facts: Uint32Array;
  private names: NameTable | undefined;

  constructor(
    { exports, memory: { buffer } }: Kernel,
    map: FoldMap,
    private readonly book: NameBook,
  ) {
    this.numbers = new Uint32Array(buffer, exports.nameNumbers.value, SCAN_NAMES);
    this.facts = new Uint32Array(buffer, map.nameFacts, (map.mostNames + 1) * FACT_WORDS);
  }

  /** Forgets the numbers when the scan has begun a new table of names. */
  meet(names: NameTable): void {
    if (this.names !== names) this.numbers.fill(0);
    this.names = names;
  }

  /** The number of one of the scan's names, which the kernel knows from now on. */
  learn(name: number): number {
    const { book, names } = this;
    if (name === NO_NAME || !names) return NO_NAME;
    const number = book.intern(names.text(name));
    const hash = book.hashOf(number);
    const facts = number * FACT_WORDS;
    this.facts[facts + FACT.hash] = hash;
    this.facts[facts + FACT.pointWord] = pointWord(hash);
    this.facts[facts + FACT.kind] = book.kindOf(number);
    return (this.numbers[name] = number);
  }
}
