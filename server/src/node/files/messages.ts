import type { RuleLevel } from '../../core/requests';
import type { DetailPlan } from '../../core/summary/detail/detailPlan';
import type { SummaryOptions } from '../../core/summary/options';
import type { Stretch } from './blocks';

/** What is worked out from a file; each has a fold (`makeFold.ts`). */
export interface Work {
  readonly faults?: { readonly rules: Readonly<Record<string, RuleLevel>> };
  readonly summary?: SummaryOptions;
  /** The second pass of a summary. */
  readonly details?: { readonly options: SummaryOptions; readonly plan: DetailPlan };
}

/** What a thread is told to do. */
export interface Task {
  readonly path: string;
  readonly size: number;
  /** The declared columns in force before every block but the first; empty for none. */
  readonly declared: readonly string[];
  /** Unix seconds after which a time is implausible. */
  readonly latest: number;
  readonly work: Work;
  readonly stretch: Stretch;
  /** Shared with all threads; its one number is not 0 when they have to stop. */
  readonly stop: Int32Array;
}

/** What came out of a stretch; lines count from its beginning. */
export interface StretchResult {
  readonly lines: number;
  readonly records: number;
  /** The declared columns after the stretch. */
  readonly declared: readonly string[];
  /** What each fold worked out, by its name. */
  readonly parts: Readonly<Record<string, unknown>>;
}

/** What a thread says after each block, and at its end. */
export type Answer =
  | {
      readonly kind: 'block';
      readonly bytes: number;
      readonly lines: number;
      readonly records: number;
    }
  | { readonly kind: 'done'; readonly done: StretchResult }
  | { readonly kind: 'failed'; readonly message: string };
