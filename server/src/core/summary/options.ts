import type { LabelledBlock } from '../filter/blockLabels';
import type { RecordFilter } from '../filter/recordFilter';
import type { Metric } from './summary';
import { DEFAULT_THRESHOLDS, type Thresholds } from './thresholds';

/** How a summary is made. Plain data, so that threads can be told. */
export interface SummaryOptions {
  /** How many entries a list must be right for. */
  readonly top: number;
  /** What lists are sorted by. */
  readonly by: Metric;
  /** Bytes that the tables of one fold may take, however long the log is. */
  readonly memory: number;
  /** About how many records there will be, if that is known: tables need not grow. */
  readonly expected: number;
  /** Buckets of the timeline at most, unless they are a day wide; of a long gap ten count. */
  readonly buckets: number;
  /** Only these records count, in every panel. */
  readonly filter?: RecordFilter | undefined;
  /** The user's names for address blocks. */
  readonly groups: readonly LabelledBlock[];
  /** The user's list of known threats. */
  readonly threats: readonly LabelledBlock[];
  readonly thresholds: Thresholds;
  /** Whether series over time are wanted, which take a second pass. */
  readonly series: boolean;
  /** The same for all folds that are merged; should differ from run to run. */
  readonly seed: number;
}

export const MEBIBYTE = 1024 * 1024;

/** Options with defaults for all that is not given. */
export function summaryOptions(given: Partial<SummaryOptions> = {}): SummaryOptions {
  return {
    top: 100,
    by: 'bytes',
    memory: 8 * MEBIBYTE,
    expected: 0,
    buckets: 480,
    groups: [],
    threats: [],
    thresholds: DEFAULT_THRESHOLDS,
    series: false,
    seed: Math.floor(Math.random() * 2 ** 31),
    ...given,
  };
}
