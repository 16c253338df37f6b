/** What client and server say to each other about summaries; plain data, as in `requests.ts`. */

import type { RecordFilter } from './filter/recordFilter';
import type { Metric, Summary } from './summary/summary';

/** Request, client to server: the summary of an open document, or of a file by its path. */
export const SUMMARY_REQUEST = 'flowlog/summary';

export interface SummaryParams {
  readonly uri: string;
  /** Entries of each list: 10, 25 or 100. */
  readonly top: number;
  /** What lists are sorted by. */
  readonly by: Metric;
  /** Only these records count, in every panel. */
  readonly filter?: RecordFilter;
  /** Whether figures over time are wanted of a file too, which is then read twice. */
  readonly series?: boolean;
}

export interface SummaryResult {
  readonly summary: Summary;
  /** Whether the text in the editor was summarised, with its unsaved edits, or the file on disk. */
  readonly of: 'document' | 'file';
  /** What the reader has to know beyond the figures, in sentences. */
  readonly notes: readonly string[];
  /** Why reachability stories are not among the findings; null if they were counted. */
  readonly storiesLeftOut: string | null;
}

/** Notification, server to client: how far a summary is, with the picture so far now and then. */
export const SUMMARY_PROGRESS = 'flowlog/summaryProgress';

export interface SummaryProgress {
  readonly uri: string;
  readonly bytes: number;
  readonly of: number;
  readonly records: number;
  /** What was read so far, without its coverage. */
  readonly partial?: Summary;
}

/** Request, client to server: the lines of the records that a filter means. */
export const LINES_REQUEST = 'flowlog/lines';

export interface LinesParams {
  readonly uri: string;
  readonly filter: RecordFilter;
  /** Lines before this one are passed over; lines count from 0. */
  readonly from: number;
  readonly most: number;
}

export interface LinesResult {
  readonly lines: readonly number[];
  /** Whether there may be further lines after the last of these. */
  readonly more: boolean;
}
