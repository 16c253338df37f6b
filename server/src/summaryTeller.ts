import type { Connection } from 'vscode-languageserver';
import type { Summary } from './core/summary/summary';
import {
  SUMMARY_PROGRESS,
  type EarlyPicture,
  type SummarisedLog,
  type SummaryProgress,
} from './core/summaryRequests';
import type { FileProgress } from './fileAccess';

/** Progress is told no oftener than this, in milliseconds. */
const BETWEEN_PROGRESS = 100;

/** Tells the client how far the reading of some logs is, and what was found so far. */
export class SummaryTeller {
  private told = 0;
  private reached: FileProgress = { bytes: 0, of: 0, records: 0 };

  constructor(
    private readonly connection: Pick<Connection, 'sendNotification'>,
    private readonly uris: readonly string[],
  ) {}

  readonly onProgress = (progress: FileProgress): void => {
    this.reached = progress;
    const now = performance.now();
    if (now - this.told < BETWEEN_PROGRESS) return;
    this.told = now;
    this.tell({});
  };

  /** Tells a summary of the part of some logs that was read so far. */
  part(summary: Summary, of: EarlyPicture['of'], logs: readonly SummarisedLog[]): void {
    this.picture({ summary, of, logs, notes: [], storiesLeftOut: null, partial: true });
  }

  picture(picture: EarlyPicture): void {
    this.tell({ picture });
  }

  private tell(found: Pick<SummaryProgress, 'picture'>): void {
    const progress: SummaryProgress = { uris: this.uris, ...this.reached, ...found };
    void this.connection.sendNotification(SUMMARY_PROGRESS, progress);
  }
}
