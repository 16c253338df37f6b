import { below } from '../core/fold/lineRuns';
import { LayoutSet } from '../core/layouts/layoutSet';
import type { SummaryOptions } from '../core/summary/options';
import type { Summary } from '../core/summary/summary';
import { SummaryFold } from '../core/summary/summaryFold';
import type { SummarisedLog } from '../core/summaryRequests';
import type { FileProgress } from '../fileAccess';
import { runInSlices } from '../slices';
import { Unanswerable } from '../unanswerable';
import { nameOf, type FoldedLog, type OneLog, type OnProgress } from './oneLog';

/** The summary of several logs, as of one export; its lines count through all of them. */
export interface SeveralSummary {
  readonly summary: Summary;
  readonly logs: readonly SummarisedLog[];
  readonly notes: readonly string[];
}

export interface Listener {
  readonly isStopped: () => boolean;
  readonly onProgress: (progress: FileProgress) => void;
  /** Hears summaries of what was read so far. */
  readonly onPicture: (summary: Summary, logs: readonly SummarisedLog[]) => void;
}

/** Reads logs one after another into one summary; what cannot be read is left out, with a note. */
export function summariseSeveral(
  logs: readonly OneLog[],
  options: SummaryOptions,
  listener: Listener,
): Promise<SeveralSummary> {
  return new Several(logs, options, listener).run();
}

/** The fold of all has room for what so many parts hold. */
const MOST_ROOM = 4;
/** Pictures of what was read so far follow each other no faster, in milliseconds. */
const BETWEEN_PICTURES = 500;

class Several {
  private readonly fold: SummaryFold;
  private readonly read: { readonly log: OneLog; readonly firstLine: number }[] = [];
  private readonly unreadable: string[] = [];
  private readonly notes: string[] = [];
  private readonly byRule = new Map<string, number>();
  private faults = 0;
  private lines = 0;
  private readonly reached = { bytes: 0, of: 0, records: 0 };
  private drawn = 0;

  constructor(
    private readonly all: readonly OneLog[],
    private readonly options: SummaryOptions,
    private readonly listener: Listener,
  ) {
    this.fold = new SummaryFold(new LayoutSet(), options, Math.min(all.length, MOST_ROOM));
  }

  async run(): Promise<SeveralSummary> {
    const sizes = await Promise.all(this.all.map(log => log.size()));
    this.reached.of = sizes.reduce((sum, size) => sum + size, 0);
    for (const log of this.all) {
      await this.readOnce(log);
      if (log !== this.all.at(-1)) this.draw();
    }
    if (this.read.length === 0) throw new Unanswerable(this.unreadable.join(' '));
    await this.readAgain();
    const notes = [...this.unreadable.map(why => `${why} It is left out.`), ...this.notes];
    return { summary: this.finish(), logs: this.places(), notes };
  }

  private async readOnce(log: OneLog): Promise<void> {
    const { reached, listener } = this;
    const isFirst = this.read.length === 0;
    const onPicture = (summary: Summary) =>
      listener.onPicture(summary, [{ uri: log.uri, firstLine: 0 }]);
    const before = { ...reached };
    let folded: FoldedLog;
    try {
      folded = await log.fold(this.options, this.after(before), isFirst ? onPicture : undefined);
    } catch (error) {
      if (listener.isStopped()) throw error;
      Object.assign(reached, before);
      this.unreadable.push((error as Error).message);
      return;
    }
    await runInSlices(this.merge(folded), listener.isStopped);
    this.read.push({ log, firstLine: this.lines });
    this.take(nameOf(log.uri), folded);
  }

  private *merge({ parts }: FoldedLog): Generator<void, void> {
    for (const { partial, runs } of parts) {
      this.fold.merge([{ partial, runs: below(this.lines, runs) }]);
      yield;
    }
  }

  private take(name: string, { lines, records, facts, changed }: FoldedLog): void {
    this.lines += lines;
    this.faults += facts.faults;
    for (const [rule, count] of facts.faultsByRule) {
      this.byRule.set(rule, (this.byRule.get(rule) ?? 0) + count);
    }
    if (changed !== undefined) this.notes.push(`${name}: ${changed}`);
    if (records === 0) this.notes.push(`${name} has no flow log record.`);
  }

  /** Counts again what is in doubt. */
  private async readAgain(): Promise<void> {
    const plan = this.fold.planDetails();
    if (!plan) return;
    Object.assign(this.reached, { bytes: 0, records: 0 });
    for (const { log, firstLine } of this.read) {
      const parts = await log.recount(this.options, plan, this.after({ ...this.reached }));
      for (const { partial, runs } of parts) {
        this.fold.addDetails([{ partial, runs: below(firstLine, runs) }]);
      }
    }
  }

  /** Tells how far all logs are, as one of them is read. */
  private after(before: FileProgress): OnProgress {
    return ({ bytes, records }) => {
      this.reached.bytes = before.bytes + bytes;
      this.reached.records = before.records + records;
      this.listener.onProgress({ ...this.reached });
    };
  }

  private draw(): void {
    const now = performance.now();
    if (this.read.length === 0 || now - this.drawn < BETWEEN_PICTURES) return;
    this.drawn = now;
    this.listener.onPicture(this.finish(), this.places());
  }

  private finish(): Summary {
    return this.fold.finish({ faults: this.faults, faultsByRule: this.byRule });
  }

  private places(): SummarisedLog[] {
    return this.read.map(({ log: { uri }, firstLine }) => ({ uri, firstLine }));
  }
}
