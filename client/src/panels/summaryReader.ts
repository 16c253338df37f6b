import { CancellationTokenSource, Uri } from 'vscode';
import {
  SUMMARY_REQUEST,
  type SummarisedLog,
  type SummaryParams,
  type SummaryProgress,
  type SummaryResult,
} from '../../../server/src/core/summaryRequests';
import type {
  Choices,
  NamedLog,
  Phase,
  Picture,
  Reached,
  WhyFailed,
} from '../../../client/webview/summary/messages';
import type { ServerConnection } from '../server/serverConnection';
import { isClosedForGood } from './openDocument';
import { nameInSet } from './summaryLogs';

/** So many entries are asked for, whatever is shown: fewer are then there at once. */
const TOP = 100;
/** Reading that is done sooner is not mentioned, in milliseconds. */
const WORTH_MENTIONING = 150;
/** Error of the language server protocol that says: the text changed meanwhile. */
const CONTENT_MODIFIED = -32801;
/** Partial pictures follow each other no faster, in milliseconds. */
const BETWEEN_PICTURES = 400;

/** Has logs summarised as one, and knows how far that is. */
export class SummaryReader {
  phase: Phase = { kind: 'starting' };
  picture: Picture | null = null;
  private pending: CancellationTokenSource | undefined;
  private drawn = 0;

  constructor(
    private readonly connection: ServerConnection,
    private readonly logs: readonly Uri[],
    private readonly changed: () => void,
  ) {}

  /** Reads the logs from their beginning; what was being read is given up. */
  async read(choices: Choices): Promise<void> {
    const { by, time, series } = choices;
    this.pending?.cancel();
    const asked = (this.pending = new CancellationTokenSource());
    this.phase = { kind: 'reading', reached: null };
    const mention = setTimeout(this.changed, WORTH_MENTIONING);
    const follows = this.connection.onSummaryProgress(progress => {
      if (this.pending === asked) this.advance(progress, time);
    });
    try {
      await this.connection.start();
      const filter = time ? { filter: { time } } : {};
      const uris = this.logs.map(String);
      const params: SummaryParams = { uris, top: TOP, by, series, ...filter };
      const result = await this.connection.request<SummaryResult>(
        SUMMARY_REQUEST,
        params,
        asked.token,
      );
      if (this.pending !== asked || asked.token.isCancellationRequested) return;
      if (result) {
        this.picture = { ...result, logs: this.named(result.logs), partial: false, time };
        this.phase = { kind: 'done' };
      } else this.phase = { kind: 'failed', why: 'server-off', text: '' };
    } catch (error) {
      if (this.pending !== asked || asked.token.isCancellationRequested) return;
      if ((error as { readonly code?: unknown }).code === CONTENT_MODIFIED) {
        await this.read(choices);
        return;
      }
      const text = error instanceof Error ? error.message : String(error);
      this.phase = { kind: 'failed', why: this.whyFailed(), text };
    } finally {
      clearTimeout(mention);
      follows.dispose();
    }
    this.changed();
  }

  /** Ends the reading; what was found so far stays. */
  cancel(): void {
    if (this.phase.kind !== 'reading') return;
    this.pending?.cancel();
    this.phase = { kind: 'stopped', reached: this.phase.reached };
    this.changed();
  }

  dispose(): void {
    this.pending?.cancel();
    this.pending = undefined;
  }

  private whyFailed(): WhyFailed {
    if (this.connection.state !== 'running') return 'server-off';
    return this.logs.every(isClosedForGood) ? 'closed' : 'no-answer';
  }

  private advance(progress: SummaryProgress, time: Choices['time']): void {
    if (progress.uris.join('\n') !== this.logs.join('\n') || this.phase.kind !== 'reading') return;
    const { bytes, of, records, picture } = progress;
    // Of a text nobody tells how far it is: it is in memory.
    const reached: Reached | null = of > 0 ? { bytes, of, records } : null;
    this.phase = { kind: 'reading', reached };
    const now = Date.now();
    const isDue = picture?.partial === false || now - this.drawn >= BETWEEN_PICTURES;
    if (picture && isDue && this.isBetter(time)) {
      this.drawn = now;
      this.picture = { ...picture, logs: this.named(picture.logs), time };
    }
    this.changed();
  }

  /** Whether an early picture says more than the one there is. */
  private isBetter(time: Choices['time']): boolean {
    const shown = this.picture;
    if (!shown || shown.partial) return true;
    return shown.time?.from !== time?.from || shown.time?.to !== time?.to;
  }

  private named(logs: readonly SummarisedLog[]): NamedLog[] {
    return logs.map(log => ({ ...log, name: nameInSet(Uri.parse(log.uri), this.logs) }));
  }
}
