import { faultFacts, mergeFaults } from '../../core/fold/faults';
import { LayoutSet } from '../../core/layouts/layoutSet';
import type { DetailPlan } from '../../core/summary/detail/detailPlan';
import type { Ground } from '../../core/summary/group/ground';
import type { Summary } from '../../core/summary/summary';
import { SummaryFold } from '../../core/summary/summaryFold';
import type { FinishTask } from './messages';

/**
 * The summary of what threads folded of a file, merged in the `ground` if given; and what a second
 * pass has to find out, if one may follow.
 */
export function finishSummary(
  { options, parts, details, facts, keepsParts }: Omit<FinishTask, 'kind'>,
  ground?: Ground,
): { readonly summary: Summary; readonly plan: DetailPlan | undefined } {
  const fold = new SummaryFold(new LayoutSet(), options, parts.length, ground);
  const [only, another] = parts;
  if (only && !another) fold.takeOver(only.partial);
  else fold.merge(parts);
  const plan = keepsParts || details ? fold.planDetails() : undefined;
  if (details) fold.addDetails(details);
  const counted = mergeFaults(parts.map(({ faults, runs }) => ({ part: faults, runs })));
  const summary = fold.finish({ ...faultFacts(counted), ...facts });
  return { summary, plan: details ? undefined : plan };
}
