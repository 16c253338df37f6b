import type { Certainty, Code } from '../code';
import type { Seen } from '../seen';
import type { Tale, Words } from '../tale';
import type { Verdict } from '../verdict';

/** One thing that the records of a conversation can show. */
export interface ReachabilityCode {
  /** Stable: file name, settings key, anchor of the page. */
  readonly code: Code;
  readonly title: string;
  /** When a conversation gets it, in words. */
  readonly when: string;
  /** The highest certainty it can have. */
  readonly certainty: Certainty;
  /** How much a reader wants to see it; the lowest first. */
  readonly rank: number;
  /** The verdict, if the code fits; codes before it in the registry have been tried. */
  readonly fits: (seen: Seen) => Verdict | undefined;
  readonly tell: (tale: Tale) => Words;
}
