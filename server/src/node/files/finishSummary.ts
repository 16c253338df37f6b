import { faultFacts, mergeFaults } from '../../core/fold/faults';
import { LayoutSet } from '../../core/layouts/layoutSet';
import type { DetailPlan } from '../../core/summary/detail/detailPlan';
import type { OutsideFacts } from '../../core/summary/finish/buildSummary';
import type { Ground } from '../../core/summary/group/ground';
import type { SummaryOptions } from '../../core/summary/options';
import type { Summary } from '../../core/summary/summary';
import { SummaryFold } from '../../core/summary/summaryFold';
import type { DetailPart, SummaryPart } from '../../fileAccess';

/** The summary of what threads folded of a file, merged in the `ground` if given. */
export function finishSummary(
  options: SummaryOptions,
  parts: readonly SummaryPart[],
  details?: readonly DetailPart[],
  known: OutsideFacts = {},
  ground?: Ground,
): { readonly summary: Summary; readonly plan: DetailPlan | undefined } {
  const fold = new SummaryFold(new LayoutSet(), options, parts.length, ground);
  fold.merge(parts);
  const plan = fold.planDetails();
  if (details) fold.addDetails(details);
  const facts = faultFacts(mergeFaults(parts.map(({ faults, runs }) => ({ part: faults, runs }))));
  const summary = fold.finish({ ...facts, ...known });
  return { summary, plan: details ? undefined : plan };
}
