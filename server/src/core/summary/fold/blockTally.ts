import { NO_BLOCK, type BlockLabels } from '../../filter/blockLabels';
import type { Chunk } from '../../scan/chunk';
import type { LineRuns } from '../../fold/lineRuns';
import { FLAG } from '../../scan/columns';
import type { Batch } from './batch';
import { FirstLines } from './firstLines';
import { Tally } from './tally';

/** What a thread hands on of one list of blocks. */
export interface BlockData {
  readonly figures: Float64Array;
  readonly lines: Float64Array;
}

/** Figures of a label: of records with either end in it, then from it, then to it. */
export const END = { either: 0, source: 1, destination: 2 } as const;
const ENDS = 3;

/** Exact sums by the user's labels of address blocks. */
export class BlockTally {
  readonly labels: readonly string[];
  /** `label * 3 + end`. */
  readonly figures: Tally;
  readonly lines: FirstLines;
  /** The number of a block's label. */
  private readonly labelOf: Int32Array;

  constructor(private readonly blocks: BlockLabels) {
    const numbers = new Map<string, number>();
    this.labelOf = Int32Array.from(blocks.blocks, ({ label }) => {
      const known = numbers.get(label) ?? numbers.size;
      numbers.set(label, known);
      return known;
    });
    this.labels = [...numbers.keys()];
    this.figures = new Tally(this.labels.length * ENDS);
    this.lines = new FirstLines(this.labels.length);
  }

  add({ rows, size, packets, bytes, lines }: Batch, { columns, v6 }: Chunk): void {
    if (this.labels.length === 0) return;
    const { flags, source, destination } = columns;
    for (let i = 0; i < size; i++) {
      const row = rows[i]!;
      const has = flags[row]!;
      const from = this.label(has & FLAG.source, has & FLAG.sourceV6, source[row]!, v6);
      const to = this.label(
        has & FLAG.destination,
        has & FLAG.destinationV6,
        destination[row]!,
        v6,
      );
      if (from >= 0) {
        this.figures.add(from * ENDS + END.source, packets[i]!, bytes[i]!, lines[i]!);
        this.figures.add(from * ENDS + END.either, packets[i]!, bytes[i]!, lines[i]!);
        this.lines.add(from, lines[i]!);
      }
      if (to >= 0) {
        this.figures.add(to * ENDS + END.destination, packets[i]!, bytes[i]!, lines[i]!);
        if (to === from) continue;
        this.figures.add(to * ENDS + END.either, packets[i]!, bytes[i]!, lines[i]!);
        this.lines.add(to, lines[i]!);
      }
    }
  }

  data(): BlockData {
    return { figures: this.figures.values.slice(), lines: this.lines.values.slice() };
  }

  merge({ figures, lines }: BlockData, runs: LineRuns): void {
    this.figures.merge(figures, runs);
    this.lines.merge(lines, runs);
  }

  private label(has: number, isV6: number, value: number, v6: Chunk['v6']): number {
    if (has === 0) return NO_BLOCK;
    const block = isV6 ? this.blocks.ofV6(v6.at(value)) : this.blocks.ofV4(value);
    return block === NO_BLOCK ? NO_BLOCK : this.labelOf[block]!;
  }
}
