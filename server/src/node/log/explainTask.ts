import type { ReachabilitySettings } from '../../core/reachability/settings';
import type { ExplainedFile, FileProgress } from '../../fileAccess';

/** What the thread that explains a file is told. */
export interface ExplainTask {
  readonly path: string;
  /** The declared columns of a file without a header. */
  readonly columns: readonly string[];
  /** Unix seconds after which a time is implausible. */
  readonly latest: number;
  readonly settings: ReachabilitySettings;
  /** Stories that are put into words. */
  readonly most: number;
}

/** What the thread says: how far it is, and at its end what it found or what went wrong. */
export type ExplainAnswer =
  | { readonly kind: 'progress'; readonly progress: FileProgress }
  | { readonly kind: 'done'; readonly explained: ExplainedFile }
  | { readonly kind: 'failed'; readonly message: string };
