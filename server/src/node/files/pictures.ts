import type { FaultCounts } from '../../core/fold/faults';
import type { Fold } from '../../core/fold/fold';
import type { SummaryOptions } from '../../core/summary/options';
import type { SummaryPartial } from '../../core/summary/partial';
import type { Summary } from '../../core/summary/summary';
import { finishSummary } from './finishSummary';

/** The first picture comes after so many milliseconds, before the reader wonders. */
const FIRST_AFTER = 60;
/** Of the time that a thread works, pictures take up no more than one part in so many. */
const SHARE = 10;
const LEAST_BETWEEN = 250;

/** Summaries of what a thread has folded so far, made now and then. */
export class Pictures {
  private next = performance.now() + FIRST_AFTER;

  constructor(
    private readonly options: SummaryOptions,
    private readonly summary: Fold<unknown>,
    private readonly faults: Fold<unknown>,
  ) {}

  /** A picture, if it is time for one. */
  takeIfDue(): Summary | undefined {
    const begin = performance.now();
    if (begin < this.next) return undefined;
    const partial = this.summary.partial() as SummaryPartial;
    const faults = this.faults.partial() as FaultCounts;
    const { summary } = finishSummary(this.options, [{ shift: 0, partial, faults }]);
    const end = performance.now();
    this.next = end + Math.max(LEAST_BETWEEN, (end - begin) * SHARE);
    // Strips of hundreds of interfaces would be most of a picture; they come with the last one.
    return { ...summary, coverage: { ...summary.coverage, points: [] } };
  }
}
