import type { FaultCounts } from './core/fold/faults';
import type { LineRuns } from './core/fold/lineRuns';
import type { RecordFilter } from './core/filter/recordFilter';
import type { MatchContext } from './core/filter/recordMatcher';
import type { ReachabilitySettings } from './core/reachability/settings';
import type { StoryView } from './core/requests';
import type { DetailPartial } from './core/summary/detail/detailFold';
import type { DetailPlan } from './core/summary/detail/detailPlan';
import type { OutsideFacts } from './core/summary/finish/buildSummary';
import type { SummaryOptions } from './core/summary/options';
import type { SummaryPartial } from './core/summary/partial';
import type { Summary } from './core/summary/summary';
import type { Helper } from './core/table/pieces';

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
  /** Hears summaries of what was read so far. */
  readonly onPicture: (summary: Summary) => void;
  readonly signal: AbortSignal;
}

/** A file as one of several logs that are summarised together. */
export type FoldOptions = Omit<SummariseOptions, 'onPicture'> &
  Partial<Pick<SummariseOptions, 'onPicture'>>;

/** What a thread folded of a file, and where the lines stand that it read. */
export interface SummaryPart {
  readonly runs: LineRuns;
  readonly partial: SummaryPartial;
  readonly faults: FaultCounts;
}

/** What a second pass found out about what one thread read. */
export interface DetailPart {
  readonly runs: LineRuns;
  readonly partial: DetailPartial;
}

/** A pass over a file, in parts that can be merged with those of others. */
export interface FoldedFile<Part> {
  readonly bytes: number;
  readonly lines: number;
  readonly records: number;
  readonly parts: readonly Part[];
  /** What happened to the file meanwhile; undefined if nothing did. */
  readonly changed?: string;
}

/** How a file is explained, and who is told how far that is. */
export interface ExplainFileOptions {
  readonly settings: ReachabilitySettings;
  /** The declared columns of a file without a header. */
  readonly columns: readonly string[];
  readonly latest: number;
  /** Stories that are put into words. */
  readonly most: number;
  readonly onProgress: (progress: FileProgress) => void;
  readonly signal: AbortSignal;
}

/** The stories of a file, the worst first, and how many there are beside them. */
export interface ExplainedFile {
  readonly stories: readonly StoryView[];
  readonly leftOut: number;
  readonly notes: readonly string[];
}

/** Where in a file to look for records, and what the filter needs beside the columns. */
export interface FindFileLines extends Pick<MatchContext, 'groups' | 'threats'> {
  readonly from: number;
  readonly most: number;
  /** The declared columns of a file without a header. */
  readonly columns: readonly string[];
  /** Times after it are implausible, in Unix seconds. */
  readonly latest: number;
}

/**
 * What the server can do with files by their path. The Node entry has it; in a browser there are
 * open documents alone.
 */
export interface FileAccess {
  /** Makes ready for the summary of a file; never fails. */
  prepare(
    uri: string,
    options: Pick<SummariseOptions, 'summary' | 'columns' | 'latest'>,
  ): Promise<void>;
  summarise(
    uri: string,
    options: SummariseOptions,
  ): Promise<{ readonly summary: Summary; readonly notes: readonly string[] }>;
  /**
   * Summarises the text of a document by the file that holds just that text; undefined where the
   * file holds another. `facts` are what will be known of the document beside its records.
   */
  summariseUnmodified(
    uri: string,
    text: readonly Uint8Array[],
    facts: Promise<OutsideFacts>,
    options: FoldOptions,
  ): Promise<Summary | undefined>;
  /** In bytes; 0 where there is none. */
  sizeOf(uri: string): Promise<number>;
  fold(uri: string, options: FoldOptions): Promise<FoldedFile<SummaryPart>>;
  /** Counts again what a first pass over several logs left in doubt. */
  recount(uri: string, plan: DetailPlan, options: FoldOptions): Promise<FoldedFile<DetailPart>>;
  explain(uri: string, options: ExplainFileOptions): Promise<ExplainedFile>;
  /** Lines, from 0, of the records that a filter means, from a line on. */
  findLines(uri: string, filter: RecordFilter, options: FindFileLines): Promise<number[]>;
  /** Reads pieces of an open document's text while others are read here, if a thread is free. */
  readonly help: Helper;
  /** The text of a small file by a path that a user wrote; `folder` is a URI in which it begins. */
  readText(path: string, folder: string | undefined): Promise<string>;
}
