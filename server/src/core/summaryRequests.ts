/** What client and server say to each other about summaries; plain data, as in `requests.ts`. */

import type { RecordFilter } from './filter/recordFilter';
import type { Metric, Summary } from './summary/summary';

/** Request, client to server: the summary of open documents, and of files by their path. */
export const SUMMARY_REQUEST = 'flowlog/summary';

export interface SummaryParams {
  /** The logs whose records count, as those of one export, in this order. */
  readonly uris: readonly string[];
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
  readonly of: LogKind | 'both';
  /** The logs that were read; the summary's lines count through all of them. */
  readonly logs: readonly SummarisedLog[];
  /** What the reader has to know beyond the figures, in sentences. */
  readonly notes: readonly string[];
  /** Why reachability stories are not among the findings; null if they were counted. */
  readonly storiesLeftOut: string | null;
}

export type LogKind = 'document' | 'file';

export interface SummarisedLog {
  readonly uri: string;
  /** The line of the summary at which the log begins. */
  readonly firstLine: number;
}

/** Notification, server to client: how far a summary is, with the picture so far now and then. */
export const SUMMARY_PROGRESS = 'flowlog/summaryProgress';

export interface SummaryProgress {
  /** As they were asked for. */
  readonly uris: readonly string[];
  readonly bytes: number;
  readonly of: number;
  readonly records: number;
  readonly picture?: EarlyPicture;
}

/** A summary before the last word. */
export interface EarlyPicture extends SummaryResult {
  /** Only a part of the logs was read for it, and coverage is left out; else all was. */
  readonly partial: boolean;
}

/**
 * Notification, client to server: somebody sees a file and may ask for its summary. The first
 * figures are there sooner, then; nothing is answered.
 */
export const PREPARE_SUMMARY = 'flowlog/prepareSummary';

export interface PrepareParams {
  readonly uri: string;
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
