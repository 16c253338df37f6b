import { BlockLabels } from '../../filter/blockLabels';
import { RecordMatcher } from '../../filter/recordMatcher';
import type { Fold } from '../../fold/fold';
import type { LayoutSet } from '../../layouts/layoutSet';
import type { Chunk } from '../../scan/chunk';
import type { Kernel } from '../../scan/kernel';
import { Batch } from '../fold/batch';
import { BlockTally } from '../fold/blockTally';
import { Books } from '../fold/books';
import { Coverage, MOST_COVERED, MOST_SLOTS } from '../fold/coverage';
import { readListed, readPlain } from '../fold/readBatch';
import { RegionPairs } from '../fold/regionPairs';
import { bookSizes } from '../fold/tables';
import { Totals } from '../fold/totals';
import type { SummaryOptions } from '../options';
import type { SummaryPartial } from '../partial';
import { SummaryFold } from '../summaryFold';
import { CCN_COLUMN, layOutFold, WORK_COLUMN_BYTES, type FoldMap } from './foldMemory';
import { FoldNames } from './foldNames';
import { hasRoom } from './kernelRoom';
import { prepareFold } from './prepareFold';
import { readAddresses, readGroup, readSpan, readTimeline, readWindow } from './readFold';
import { readTables } from './readTables';

/**
 * Folds the chunks of one kernel, in its memory, to the same as {@link SummaryFold}, which takes
 * over where a log needs more room than is set aside: more names or IPv6 addresses than fit, records
 * of thousands of days, billions of lines, or 2^63 packets of one key.
 */
export class KernelSummaryFold implements Fold<SummaryPartial> {
  private readonly map: FoldMap;
  private readonly books: Books;
  private readonly totals: Totals;
  private readonly coverage: Coverage;
  private readonly regionPairs = new RegionPairs();
  private readonly groups: BlockTally;
  private readonly threats: BlockTally;
  private readonly matcher: RecordMatcher | undefined;
  private readonly mask: Uint8Array;
  private readonly names: FoldNames;
  private readonly batch = new Batch();
  private successor: SummaryFold | undefined;

  /** The kernel must have room for a fold with these options (`fitsKernel`). */
  constructor(
    private readonly kernel: Kernel,
    private readonly layouts: LayoutSet,
    private readonly options: SummaryOptions,
  ) {
    const { memory, seed, filter } = options;
    this.map = layOutFold(kernel.map.extra, options, kernel.map.mostRows);
    this.books = new Books(seed, ...bookSizes(memory));
    this.totals = new Totals(layouts);
    this.coverage = new Coverage(this.books, MOST_COVERED, MOST_SLOTS);
    const groups = new BlockLabels(options.groups);
    const threats = new BlockLabels(options.threats);
    this.groups = new BlockTally(groups);
    this.threats = new BlockTally(threats);
    this.matcher = filter && new RecordMatcher(filter, { layouts, groups, threats });
    this.mask = kernel.memory.subarray(this.map.mask, this.map.mask + kernel.map.mostRows + 64);
    this.names = new FoldNames(kernel, this.map, this.books.names);
    prepareFold(kernel, this.map, options);
    kernel.foldHost = {
      learnName: name => this.names.learn(name),
      takeGroup: at => {
        const { group, sums } = readGroup(kernel, at);
        this.totals.addGroup(group, sums);
      },
      takeWindow: (name, at) => {
        const { first, bits } = readWindow(kernel, at);
        this.coverage.addMinutes(name, first, bits);
      },
      // A first pass counts none.
      lookAtAttempts: () => undefined,
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
    this.totals.addLines(chunk);
    this.names.meet(chunk.names);
    this.matcher?.select(chunk, this.mask);
    for (let row = 0; row < chunk.lines;) {
      if (this.isFullAt(firstLine + row)) {
        this.succeed().addRows(chunk, row, firstLine, this.matcher && this.mask);
        return;
      }
      row = this.addBatch(chunk, row, firstLine);
    }
  }

  /** What was folded so far, as {@link SummaryFold} gives it. */
  partial(): SummaryPartial {
    if (this.successor) return this.successor.partial();
    const { kernel, map, totals } = this;
    kernel.exports.takeGroups();
    kernel.exports.takeWindows(this.books.names.size);
    return {
      seed: this.options.seed,
      addresses: readAddresses(kernel, map),
      names: this.books.names.copy(),
      totals: { ...totals.data(), ...readSpan(kernel) },
      timeline: readTimeline(kernel, map),
      coverage: this.coverage.data(),
      regionPairs: this.regionPairs.data(),
      groups: this.groups.data(),
      threats: this.threats.data(),
      tables: readTables(kernel, map, this.books.names.size),
    };
  }

  private isFullAt(line: number): boolean {
    const { kernel, map, books } = this;
    return !hasRoom(kernel, map, books, line) || kernel.exports.isTimelineFull() !== 0;
  }

  private succeed(): SummaryFold {
    const successor = new SummaryFold(this.layouts, this.options);
    successor.merge([{ partial: this.partial() }]);
    return (this.successor = successor);
  }

  private addBatch(chunk: Chunk, from: number, firstLine: number): number {
    const { kernel, batch, books } = this;
    const { exports } = kernel;
    const masked = this.matcher !== undefined;
    const next = exports.foldBatch(from, chunk.lines, firstLine, masked);
    if (exports.ccnCount() > 0) {
      readListed(batch, chunk, this.ccnRows(), firstLine, books);
      this.coverage.add(batch, chunk.columns);
      this.regionPairs.add(batch, chunk.columns);
    }
    if (this.groups.labels.length + this.threats.labels.length > 0) {
      // The kernel's batch is one of rows, of which some may be no records.
      for (let row = from; row < next;) {
        row = readPlain(batch, chunk, [row, next], firstLine, masked ? this.mask : undefined);
        this.groups.add(batch, chunk);
        this.threats.add(batch, chunk);
      }
    }
    return next;
  }

  /** Rows of records of a CCN in the last batch. */
  private ccnRows(): Uint32Array {
    const { exports, memory } = this.kernel;
    const at = exports.work.value + CCN_COLUMN * WORK_COLUMN_BYTES;
    return new Uint32Array(memory.buffer, at, exports.ccnCount());
  }
}
