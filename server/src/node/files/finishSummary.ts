import { faultFacts, mergeFaults } from '../../core/fold/faults';
import { AS_COUNTED } from '../../core/fold/lineRuns';
import { LayoutSet } from '../../core/layouts/layoutSet';
import type { DetailPlan } from '../../core/summary/detail/detailPlan';
import type { Ground } from '../../core/summary/group/ground';
import { buffersOf } from '../../core/summary/partial';
import type { Summary } from '../../core/summary/summary';
import { SummaryFold } from '../../core/summary/summaryFold';
import type { SummaryPart } from '../../fileAccess';
import { freeBuffers } from './freeBuffers';
import type { FinishTask } from './messages';

/** What came of folded parts; of them no more than the one part may be used again. */
export interface FinishedSummary {
  readonly summary: Summary;
  /** What a second pass has to find out, if one may follow. */
  readonly plan: DetailPlan | undefined;
  /** All parts in one, for when there is a plan and it has been carried out. */
  readonly part: SummaryPart | undefined;
}

/** The summary of what threads folded of a file, merged in the `ground` if given. */
export function finishSummary(
  { options, parts, threads, details, facts, wantsPart }: Omit<FinishTask, 'kind'>,
  ground?: Ground,
): FinishedSummary {
  const fold = new SummaryFold(new LayoutSet(), options, threads, ground);
  const [only, another] = parts;
  const isOne = only !== undefined && another === undefined;
  if (isOne) fold.takeOver(only.partial);
  else {
    fold.merge(parts, true);
    freeEntries(parts);
  }
  const plan = wantsPart || details ? fold.planDetails() : undefined;
  if (details) fold.addDetails(details);
  const faults = mergeFaults(parts.map(({ faults, runs }) => ({ part: faults, runs })));
  const summary = fold.finish({ ...faultFacts(faults), ...facts });
  if (!wantsPart || !plan) return { summary, plan: undefined, part: undefined };
  const part = isOne ? only : { runs: AS_COUNTED, partial: fold.partial(), faults };
  return { summary, plan, part };
}

/** Frees what is most of the parts, and has been copied. */
function freeEntries(parts: readonly SummaryPart[]): void {
  const entriesOf = ({ partial: { tables } }: SummaryPart) =>
    Object.values(tables).map(({ entries }) => entries);
  freeBuffers(buffersOf(parts.map(entriesOf)));
}
