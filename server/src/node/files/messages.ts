import type { RuleLevel } from '../../core/requests';
import type { DetailPlan } from '../../core/summary/detail/detailPlan';
import type { OutsideFacts } from '../../core/summary/finish/buildSummary';
import type { SummaryOptions } from '../../core/summary/options';
import type { Summary } from '../../core/summary/summary';
import type { PieceReading } from '../../core/table/pieces';
import type { DetailPart, SummaryPart } from '../../fileAccess';
import type { Stretch } from './blocks';
import type { PackedSummary } from './packedSummary';
import type { Rest } from './takeTurns';

/** What is worked out from a file; each has a fold (`makeFolds.ts`). */
export interface Work {
  readonly faults?: { readonly rules: Readonly<Record<string, RuleLevel>> };
  readonly summary?: SummaryOptions;
  /** The second pass of a summary. */
  readonly details?: { readonly options: SummaryOptions; readonly plan: DetailPlan };
}

/** What a thread is to work through of a file. */
export interface StretchTask {
  readonly kind: 'stretch';
  readonly path: string;
  readonly size: number;
  /** The declared columns before the first block, and behind the first lines; empty for none. */
  readonly declared: { readonly before: readonly string[]; readonly after: readonly string[] };
  /** Unix seconds after which a time is implausible. */
  readonly latest: number;
  readonly work: Work;
  readonly own: Stretch;
  /** What is left to take when its own blocks are done. */
  readonly rest: Rest;
  /** Whether summaries of what was read so far are wanted on the way. */
  readonly pictures: boolean;
  /** Shared with all threads; its one number is not 0 when they have to stop. */
  readonly stop: Int32Array;
  /** Which thread merges what all of them work out, if any does. */
  readonly merged?: 'here' | 'elsewhere' | undefined;
  /** Shared, too: how many threads have yet to hand over what is merged elsewhere. */
  readonly owing: Int32Array;
}

/** A summary to make of what threads have folded. */
export interface FinishTask {
  readonly kind: 'finish';
  readonly options: SummaryOptions;
  readonly parts: readonly SummaryPart[];
  /** How many threads have folded what the parts hold. */
  readonly threads: number;
  /** What a second pass found out, if there was one. */
  readonly details?: readonly DetailPart[];
  /** Whether all parts in one are wanted back if there is something to find out. */
  readonly wantsPart: boolean;
  /** What is known better than from the parts. */
  readonly facts?: OutsideFacts;
}

/** Pieces of a document's text to read, as they are given in shared memory. */
export interface PiecesTask {
  readonly kind: 'pieces';
  readonly memory: SharedArrayBuffer;
  readonly reading: PieceReading;
}

/** What a thread is told to do. */
export type Task = StretchTask | FinishTask | PiecesTask;

/** Blocks that a thread has read one after the other. */
export interface ReadStretch {
  readonly first: number;
  readonly lines: number;
  /** The declared columns after it. */
  readonly declared: readonly string[];
}

/** What came out of the blocks that a thread read. */
export interface StretchResult {
  /** In the order of the file. */
  readonly stretches: readonly ReadStretch[];
  readonly records: number;
  /** What each fold worked out, by its name; lines count through all stretches. */
  readonly parts: Readonly<Record<string, unknown>>;
}

/** A summary, and what a second pass has to find out, if there is anything and there was none. */
export interface Finished {
  readonly summary: PackedSummary;
  readonly plan: DetailPlan | undefined;
  /** What it was made of, if that is wanted: the threads hand data over, not copies. */
  readonly part?: SummaryPart | undefined;
}

/** How many pieces were read. */
export interface PiecesRead {
  readonly pieces: number;
}

/** What a thread says on its way. */
export type Step =
  /** So much more was read. */
  | { readonly kind: 'read'; readonly bytes: number; readonly records: number }
  | { readonly kind: 'picture'; readonly summary: Summary };

/** What a thread says on its way and at its end. */
export type Answer =
  | Step
  | { readonly kind: 'done'; readonly done: StretchResult | Finished | PiecesRead }
  | { readonly kind: 'failed'; readonly message: string };
