import { faultFacts, type FaultCounts } from '../../core/fold/faults';
import type { Fold } from '../../core/fold/fold';
import { LayoutSet } from '../../core/layouts/layoutSet';
import type { SummaryOptions } from '../../core/summary/options';
import { buffersOf, type SummaryPartial } from '../../core/summary/partial';
import type { Summary } from '../../core/summary/summary';
import { SummaryFold } from '../../core/summary/summaryFold';
import { PictureTimes } from '../../pictureTimes';
import { freeBuffers } from './freeBuffers';

/** Milliseconds of reading before the first picture: there was a thread to start before, perhaps. */
const FIRST_AFTER = 15;

/** Summaries of what a thread has folded so far, made now and then. */
export class Pictures {
  private readonly times = new PictureTimes(FIRST_AFTER);

  constructor(
    private readonly options: SummaryOptions,
    private readonly summary: Fold<unknown>,
    private readonly faults: Fold<unknown>,
  ) {}

  /** A picture, if it is time for one. */
  takeIfDue(): Summary | undefined {
    return this.times.ifDue(() => {
      const partial = this.summary.partial() as SummaryPartial;
      const faults = this.faults.partial() as FaultCounts;
      const fold = new SummaryFold(new LayoutSet(), this.options);
      fold.takeOver(partial);
      const picture = fold.picture(faultFacts(faults));
      freeBuffers(buffersOf(partial));
      return picture;
    });
  }
}
