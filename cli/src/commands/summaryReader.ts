import { open, realpath, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { FaultFold, mergeFaults, type FaultCounts } from '../../../server/src/core/fold/faults';
import { AS_COUNTED, below } from '../../../server/src/core/fold/lineRuns';
import { DEFAULT_LEVELS } from '../../../server/src/core/check/levels';
import { LayoutSet } from '../../../server/src/core/layouts/layoutSet';
import { DetailFold, type DetailPartial } from '../../../server/src/core/summary/detail/detailFold';
import {
  MEBIBYTE,
  summaryOptions,
  type SummaryOptions,
} from '../../../server/src/core/summary/options';
import { buffersOf, type SummaryPartial } from '../../../server/src/core/summary/partial';
import type { Summary } from '../../../server/src/core/summary/summary';
import { SummaryFold } from '../../../server/src/core/summary/summaryFold';
import type { Chunk } from '../../../server/src/core/scan/chunk';
import type { Kernel } from '../../../server/src/core/scan/kernel';
import { LOOKED_AT } from '../../../server/src/core/whyNoText';
import { loadKernel } from '../../../server/src/kernel/loadKernel';
import { foldFile, type FileResult } from '../../../server/src/node/files/foldFile';
import { freeBuffers } from '../../../server/src/node/files/freeBuffers';
import type { Work } from '../../../server/src/node/files/messages';
import { readChunks } from '../check/readChunks';
import type { Unusable } from '../formats/format';
import { isReadOnce, readBlocks } from '../input/readBlocks';
import { requireText } from '../input/requireText';
import { UnusableInput, unusableBecause } from '../input/unusable';
import type { SummaryArguments } from './summaryArguments';
import type { Reached } from './summaryProgress';

/** The summary of some inputs, as of one log. */
export interface InputsSummary {
  readonly summary: Summary;
  /** The inputs that were read, and the line of the summary with which each begins. */
  readonly files: readonly { readonly file: string; readonly firstLine: number }[];
  readonly unusable: readonly Unusable[];
  readonly notes: readonly string[];
}

type ReadingOptions = Pick<
  SummaryArguments,
  'files' | 'top' | 'by' | 'columns' | 'groups' | 'threats' | 'series'
>;

/** Bytes that the tables of what can be read only once may take: nothing is counted again there. */
const MEMORY_OF_STREAMS = 24 * MEBIBYTE;
/** Times further ahead than this are taken for mistakes, in seconds. */
const AHEAD = 24 * 60 * 60;
const CHUNK_SIZE = 256 * 1024;
/** Bytes of the largest file that is one block. */
const READ_AT_ONCE = 1024 * 1024;

/** The script that threads run, as built beside the program. */
const workerScript = fileURLToPath(new URL('worker.mjs', import.meta.url));

/** Reads inputs one after another into one summary; what cannot be read is left out. */
export async function summariseInputs(
  asked: ReadingOptions,
  onProgress: (reached: Reached) => void,
): Promise<InputsSummary> {
  return new Reading(asked, onProgress).run();
}

class Reading {
  private readonly options: SummaryOptions;
  private readonly fold: SummaryFold;
  private readonly layouts = new LayoutSet();
  private readonly latest = Math.floor(Date.now() / 1000) + AHEAD;
  private readonly files: { file: string; firstLine: number }[] = [];
  private readonly unusable: Unusable[] = [];
  private readonly notes: string[] = [];
  private readonly faults: FaultCounts[] = [];
  private kernel: Kernel | undefined;
  private lines = 0;
  private readonly read = { bytes: 0, of: 0, records: 0 };

  constructor(
    private readonly asked: ReadingOptions,
    private readonly onProgress: (reached: Reached) => void,
  ) {
    const { top, by, groups, threats, series } = asked;
    const memory = asked.files.some(isReadOnce) ? { memory: MEMORY_OF_STREAMS } : {};
    this.options = summaryOptions({ top, by, groups, threats, series, ...memory });
    this.fold = new SummaryFold(this.layouts, this.options);
  }

  async run(): Promise<InputsSummary> {
    const different = await this.different(this.asked.files);
    this.read.of = await sizeOf(different);
    for (const file of different) await this.readOnce(file);
    await this.readAgain();
    const { byCode } = mergeFaults(this.faults.map(part => ({ part })));
    const rows = Object.entries(byCode);
    const counted = rows.filter(
      ([, { severity }]) => severity === 'error' || severity === 'warning',
    );
    const summary = this.fold.finish({
      faults: counted.reduce((sum, [, { count }]) => sum + count, 0),
      faultsByRule: new Map(rows.map(([code, { count }]) => [code, count] as const)),
    });
    const { files, unusable, notes } = this;
    return { summary, files, unusable, notes };
  }

  /** Each file once, whatever it is called. */
  private async different(files: readonly string[]): Promise<string[]> {
    const named = new Map<string, string>();
    for (const file of files) {
      const path = isReadOnce(file) ? file : await realpath(file).catch(() => file);
      const before = named.get(path);
      if (before === undefined) named.set(path, file);
      else this.notes.push(`${file} is the same file as ${before}, and is counted once.`);
    }
    return [...named.values()];
  }

  private async readOnce(file: string): Promise<void> {
    try {
      const firstLine = this.lines;
      if (isReadOnce(file)) await this.readStream(file);
      else if (await isSmall(file)) await this.readSmall(file);
      else await this.readFile(file);
      this.files.push({ file, firstLine });
    } catch (error) {
      const { message } = unusableBecause(error);
      this.unusable.push({ file, reason: message });
    }
  }

  private async readFile(file: string): Promise<void> {
    await requireReadable(file);
    const result = await this.foldFile(file, { summary: this.options, faults: { rules: {} } });
    const partials = result.threads.map(({ runs, parts }) => {
      this.faults.push(parts['faults'] as FaultCounts);
      return { partial: parts['summary'] as SummaryPartial, runs: below(this.lines, runs) };
    });
    this.fold.merge(partials);
    freeBuffers(buffersOf(partials));
    if (result.changed) this.notes.push(`${file}: ${result.changed}`);
    this.lines += result.lines;
  }

  /** Files of which one block is all come whole or not at all: handing each over would take longer. */
  private readSmall(file: string): Promise<void> {
    return this.readInto(this.fold, file, this.lines);
  }

  /** What comes once and in order one thread reads; it counts when it has come to its end. */
  private async readStream(input: string): Promise<void> {
    const fold = new SummaryFold(this.layouts, this.options);
    const { lines } = this;
    await this.readInto(fold, input, 0);
    this.fold.merge([{ partial: fold.partial(), runs: below(lines, AS_COUNTED) }]);
  }

  /** Reads an input in this thread, its lines counted from `first` on. */
  private async readInto(fold: SummaryFold, input: string, first: number): Promise<void> {
    const { latest, layouts } = this;
    const rules = { latest, icmpOrder: 'auto' as const };
    const faults = new FaultFold({ layouts, levels: DEFAULT_LEVELS, rules });
    let lines = 0;
    for await (const chunk of this.chunksOf(input)) {
      fold.add(chunk, first + lines);
      faults.add(chunk, lines);
      lines += chunk.lines;
    }
    this.faults.push(faults.partial());
    this.lines += lines;
  }

  private async *chunksOf(input: string): AsyncGenerator<Chunk> {
    const { latest, layouts } = this;
    const { columns } = this.asked;
    const declared = columns.length > 0 ? layouts.declare(columns) : -1;
    const kernel = (this.kernel ??= loadKernel(4 * CHUNK_SIZE));
    const scan = { layouts, latest, kernel, keepReadings: true };
    for await (const chunk of readChunks(readBlocks(input), declared, scan, CHUNK_SIZE)) {
      yield chunk;
      this.read.bytes += chunk.bytes.length;
      this.read.records += chunk.records;
      this.onProgress(this.read);
    }
  }

  /** Counts again what is in doubt, where every input can be read again. */
  private async readAgain(): Promise<void> {
    const once = this.files.find(({ file }) => isReadOnce(file));
    if (once) {
      if (this.asked.series)
        this.notes.push(
          `Figures over time take a second reading; ${once.file} can be read once only.`,
        );
      return;
    }
    const plan = this.fold.planDetails();
    if (!plan) return;
    this.read.bytes = 0;
    this.read.records = 0;
    let small: DetailFold | undefined;
    const addSmall = () => {
      if (small) this.fold.addDetails([{ partial: small.partial() }]);
      small = undefined;
    };
    for (const { file, firstLine } of this.files) {
      if (await isSmall(file)) {
        small ??= new DetailFold(this.layouts, this.options, plan);
        await this.readDetails(small, file, firstLine);
        continue;
      }
      // What is found out is added in the order of lines.
      addSmall();
      const result = await this.foldFile(file, { details: { options: this.options, plan } });
      const details = result.threads.map(({ runs, parts }) => {
        const partial = parts['details'] as DetailPartial;
        return { partial, runs: below(firstLine, runs) };
      });
      this.fold.addDetails(details);
      freeBuffers(buffersOf(details));
    }
    addSmall();
  }

  private async readDetails(fold: DetailFold, file: string, firstLine: number): Promise<void> {
    let line = firstLine;
    for await (const chunk of this.chunksOf(file)) {
      fold.add(chunk, line);
      line += chunk.lines;
    }
  }

  private async foldFile(file: string, work: Work): Promise<FileResult> {
    const { latest, read } = this;
    const before = { ...read };
    const result = await foldFile(file, {
      work,
      latest,
      workerScript,
      columns: this.asked.columns,
      onProgress: ({ bytes, records }) => {
        this.onProgress({
          ...before,
          bytes: before.bytes + bytes,
          records: before.records + records,
        });
      },
    });
    read.bytes += result.bytes;
    read.records += result.records;
    return result;
  }
}

async function isSmall(file: string): Promise<boolean> {
  return (await stat(file)).size <= READ_AT_ONCE;
}

async function sizeOf(files: readonly string[]): Promise<number> {
  if (files.some(isReadOnce)) return 0;
  const sizes = await Promise.all(
    files.map(file =>
      stat(file).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Fails for what is no file, and for what cannot be a text. */
async function requireReadable(path: string): Promise<void> {
  if ((await stat(path)).isDirectory()) {
    throw new UnusableInput('is a directory; name the files in it');
  }
  const file = await open(path);
  try {
    const { bytesRead, buffer } = await file.read(new Uint8Array(LOOKED_AT), 0, LOOKED_AT, 0);
    requireText(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}
