import type { Kernel } from '../../scan/kernel';
import { SUM, SUMS, WORD, WORDS } from '../group/entry';
import { SUMS_BYTES } from './tableMemory';

const WRAP = 2 ** 32;

/** Sums that a kernel keeps by number (server/kernel/fold/sums.ts), one every so many bytes. */
export class SumsReader {
  private readonly counts: Uint32Array;
  private readonly bytes: Float64Array;
  private readonly apart: Float64Array;
  private readonly figures = new Float64Array(4);

  constructor(
    { memory: { buffer } }: Kernel,
    at: number,
    apartAt: number,
    private readonly step = SUMS_BYTES,
  ) {
    this.counts = new Uint32Array(buffer, at);
    this.bytes = new Float64Array(buffer, at);
    this.apart = new Float64Array(buffer, apartAt);
  }

  /** The numbers below `end` that have records. */
  used(end: number): number[] {
    const { counts } = this;
    const step = this.step / 4;
    const used: number[] = [];
    for (let number = 0, at = 0; number < end; number++, at += step) {
      if (counts[at] !== 0) used.push(number);
    }
    return used;
  }

  /** Records, packets, bytes and first line; there until the next call. */
  at(number: number): Float64Array {
    const { counts, bytes, apart, figures } = this;
    const at = (number * this.step) / 8;
    figures[0] = counts[at * 2]!;
    figures[1] = counts[at * 2 + 1]! + apart[number * 2 + 1]! * WRAP;
    figures[2] = bytes[at + 1]!;
    figures[3] = apart[number * 2]!;
    return figures;
  }
}

/** Writes entries as tables have them. */
export class EntryWriter {
  readonly sums: Float64Array;
  private readonly words: Int32Array;
  private count: number;

  /** Room for so many entries behind others. */
  constructor(entries: number, others: Float64Array = new Float64Array(0)) {
    this.sums = new Float64Array(others.length + entries * SUMS);
    this.sums.set(others);
    this.words = new Int32Array(this.sums.buffer);
    this.count = others.length / SUMS;
  }

  /** Adds a key with the word of its points, and records, packets, bytes and first line. */
  push(a: number, b: number, c: number, point: number, values: Float64Array): void {
    const { sums, words } = this;
    const entry = this.count++;
    const word = entry * WORDS;
    words[word + WORD.a] = a;
    words[word + WORD.b] = b;
    words[word + WORD.c] = c;
    words[word + WORD.point] = point;
    for (let i = 0; i < 4; i++) sums[entry * SUMS + SUM.records + i] = values[i]!;
  }
}
