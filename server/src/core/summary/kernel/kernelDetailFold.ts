import { BlockLabels } from '../../filter/blockLabels';
import { RecordMatcher } from '../../filter/recordMatcher';
import type { Fold } from '../../fold/fold';
import type { LayoutSet } from '../../layouts/layoutSet';
import type { Chunk } from '../../scan/chunk';
import type { Kernel } from '../../scan/kernel';
import { AttemptTally } from '../detail/attemptTally';
import { DetailFold, type DetailPartial } from '../detail/detailFold';
import type { DetailPlan } from '../detail/detailPlan';
import { Books } from '../fold/books';
import { bookSizes } from '../fold/tables';
import type { SummaryOptions } from '../options';
import { attemptsIn, layOutDetails, placeDoubts, readDetails } from './detailMemory';
import type { FoldMap } from './foldMemory';
import { FoldNames } from './foldNames';
import { hasRoom } from './kernelRoom';
import { prepareFold } from './prepareFold';
import { readAddresses } from './readFold';

/**
 * The second pass over the chunks of one kernel, in its memory; comes to the same as
 * {@link DetailFold}, which takes over where there are more names, IPv6 addresses, lines or packets
 * than fit.
 */
export class KernelDetailFold implements Fold<DetailPartial> {
  private readonly map: FoldMap;
  private readonly books: Books;
  private readonly names: FoldNames;
  private readonly matcher: RecordMatcher | undefined;
  private readonly mask: Uint8Array;
  private readonly tally: AttemptTally;
  private successor: DetailFold | undefined;

  /** The kernel must have room, and the plan be one for a kernel (`fitsDetails`). */
  constructor(
    private readonly kernel: Kernel,
    private readonly layouts: LayoutSet,
    private readonly options: SummaryOptions,
    private readonly plan: DetailPlan,
  ) {
    const { filter, memory, seed, thresholds } = options;
    this.tally = new AttemptTally(thresholds);
    this.map = layOutDetails(kernel.map, options, plan);
    this.books = new Books(seed, ...bookSizes(memory));
    this.names = new FoldNames(kernel, this.map, this.books.names);
    const labels = {
      groups: new BlockLabels(options.groups),
      threats: new BlockLabels(options.threats),
    };
    this.matcher = filter && new RecordMatcher(filter, { layouts, ...labels });
    this.mask = kernel.memory.subarray(this.map.mask, this.map.mask + kernel.map.mostRows + 64);
    prepareFold(kernel, this.map, options);
    placeDoubts(kernel, this.map, plan);
    kernel.foldHost = {
      learnName: name => this.names.learn(name),
      // A second pass has no sums of its own.
      takeGroup: () => undefined,
      takeWindow: () => undefined,
      lookAtAttempts: () => this.tally.look(attemptsIn(kernel, this.map)),
    };
  }

  /** Adds a chunk that was read just now; its first line is this one of the log. */
  add(chunk: Chunk, firstLine: number): void {
    // What the kernel has no rows for it did not read.
    const isHere = chunk.columns === this.kernel.columns;
    if (this.successor || !isHere) {
      (this.successor ?? this.succeed()).add(chunk, firstLine);
      return;
    }
    this.names.meet(chunk.names);
    this.matcher?.select(chunk, this.mask);
    const { exports } = this.kernel;
    const masked = this.matcher !== undefined;
    for (let row = 0; row < chunk.lines;) {
      if (this.isFullAt(firstLine + row)) {
        this.succeed().addRows(chunk, row, firstLine, masked ? this.mask : undefined);
        return;
      }
      row = exports.recountBatch(row, chunk.lines, firstLine, masked);
    }
  }

  /** What was found out so far, as {@link DetailFold} gives it. */
  partial(): DetailPartial {
    if (this.successor) return this.successor.partial();
    const { kernel, map } = this;
    return {
      addresses: readAddresses(kernel, map),
      names: this.books.names.copy(),
      ...readDetails(kernel, map, this.plan),
      attempted: this.tally.found(),
      series: undefined,
    };
  }

  private isFullAt(line: number): boolean {
    const { kernel, map, books } = this;
    return !hasRoom(kernel, map, books, line);
  }

  private succeed(): DetailFold {
    const successor = new DetailFold(this.layouts, this.options, this.plan);
    successor.merge(this.partial());
    return (this.successor = successor);
  }
}
