/** What the panel in VS Code and the page inside it say to each other. Plain data only. */
import type { RecordFilter, TimeRange } from '../../../server/src/core/filter/recordFilter';
import type { Metric } from '../../../server/src/core/summary/summary';
import type {
  SummarisedLog,
  SummaryProgress,
  SummaryResult,
} from '../../../server/src/core/summaryRequests';

/** What the reader chose to see. */
export interface Choices {
  /** What lists are sorted by, and what the timeline draws. */
  readonly by: Metric;
  /** Entries of each list. */
  readonly top: number;
  /** Only these records count; null for all. */
  readonly time: TimeRange | null;
  /** Whether a file is read once more for figures over time; documents always have them. */
  readonly series: boolean;
}

/** What is known about how far the reading is. */
export type Reached = Pick<SummaryProgress, 'bytes' | 'of' | 'records'>;

export type Phase =
  | { readonly kind: 'starting' }
  | { readonly kind: 'reading'; readonly reached: Reached | null }
  | { readonly kind: 'done' }
  /** The reader cancelled; what there is, is partial. */
  | { readonly kind: 'stopped'; readonly reached: Reached | null }
  | { readonly kind: 'failed'; readonly why: WhyFailed; readonly text: string };

/** `closed`: the untitled document that was summarised is gone. */
export type WhyFailed = 'server-off' | 'closed' | 'no-answer';

/** Panel to page: everything there is to show. Sent again whenever the picture changes. */
export interface ContentMessage {
  readonly type: 'content';
  /** The logs the page summarises, as VS Code identifies them. */
  readonly uris: readonly string[];
  /** What they are called together. */
  readonly name: string;
  readonly phase: Phase;
  /** The last picture that was made; null before the first. */
  readonly picture: Picture | null;
}

/** Panel to page: the reading goes on or ends, and the picture stays. */
export interface PhaseMessage {
  readonly type: 'phase';
  readonly phase: Phase;
}

export interface Picture extends SummaryResult {
  readonly logs: readonly NamedLog[];
  /** Only a part of the log was read for it. */
  readonly partial: boolean;
  /** The stretch of time it is narrowed to. */
  readonly time: TimeRange | null;
}

/** A log with its name, as people know it. */
export interface NamedLog extends SummarisedLog {
  readonly name: string;
}

/** A line of a log, from 0. */
export interface LogPlace {
  readonly uri: string;
  readonly line: number;
}

/** The records behind a figure, of which one or all are selected in the editor. */
export interface Trail {
  readonly title: string;
  /** The line that is selected, from 0; null where all are, or none was found. */
  readonly line: number | null;
  /** The log in which it is, or in which all are; null where there is only one. */
  readonly name: string | null;
  /** Its place among the lines that are known, from 0. */
  readonly at: number;
  readonly known: number;
  /** There are, or may be, lines beyond the known ones. */
  readonly more: boolean;
  /** So many records of a log are selected at once; 0 where one is. */
  readonly selected: number;
  /** The log has, or may have, others after those that are selected. */
  readonly others: boolean;
  /** Whether the editor can select several records of this log at once. */
  readonly selectable: boolean;
}

export interface TrailMessage {
  readonly type: 'trail';
  readonly trail: Trail | null;
}

/** Panel to page: something was done that is not seen otherwise. */
export interface DoneMessage {
  readonly type: 'done';
  readonly text: string;
}

export type ToPage = ContentMessage | PhaseMessage | TrailMessage | DoneMessage;

/** Page to panel. */
export type FromPage =
  /** The page listens; what was sent before is lost. */
  | { readonly type: 'ready'; readonly choices: Choices }
  | { readonly type: 'choose'; readonly choices: Choices }
  | { readonly type: 'cancel' }
  | { readonly type: 'read-again' }
  | ({ readonly type: 'reveal' } & RevealMessage)
  | { readonly type: 'step'; readonly to: 'next' | 'previous' | 'all' | 'none' }
  | { readonly type: 'copy'; readonly text: string; readonly what: string }
  | { readonly type: 'save'; readonly html: string }
  | { readonly type: 'request'; readonly request: PageRequest };

/** Select the first of the records that a filter means. */
export interface Reveal {
  readonly title: string;
  readonly filter: RecordFilter;
  /** One to begin with, as the summary counts lines. */
  readonly line?: number;
  /** All of its lines, ascending, where no filter tells which they are. */
  readonly lines?: readonly number[];
}

/** The same with the logs in which the lines are. */
export interface RevealMessage extends Pick<Reveal, 'title' | 'filter'> {
  readonly at?: LogPlace;
  readonly all?: readonly LogPlace[];
}

export type PageRequest = 'open-log' | 'restart-server' | 'show-output' | 'explain';

/** What a page leaves for when it is shown again. */
export interface KeptState {
  readonly uris: readonly string[];
  readonly choices: Choices;
  readonly sorts: Readonly<Record<string, Sort>>;
  readonly opened: readonly string[];
  readonly scroll: number;
}

export interface Sort {
  readonly column: string;
  readonly descending: boolean;
}
