import type { RecordFilter } from './core/filter/recordFilter';
import type { Summary } from './core/summary/summary';
import type { SummaryOptions } from './core/summary/options';

/** How far the work on a file is. */
export interface FileProgress {
  readonly bytes: number;
  readonly of: number;
  readonly records: number;
}

/** What is summarised, and who is told how far it is. */
export interface SummariseOptions {
  readonly summary: SummaryOptions;
  /** The declared columns of a file without a header. */
  readonly columns: readonly string[];
  readonly latest: number;
  readonly onProgress: (progress: FileProgress) => void;
  readonly signal: AbortSignal;
}

/**
 * What the server can do with files by their path. The Node entry has it; in a browser there are
 * open documents alone.
 */
export interface FileAccess {
  summarise(
    uri: string,
    options: SummariseOptions,
  ): Promise<{ readonly summary: Summary; readonly notes: readonly string[] }>;
  /** Lines, from 0, of the records that a filter means, from a line on. */
  findLines(uri: string, filter: RecordFilter, from: number, most: number): Promise<number[]>;
}
