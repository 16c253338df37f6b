import { mergeFaults, type FaultCounts } from '../../core/fold/faults';
import { LayoutSet } from '../../core/layouts/layoutSet';
import type { SummaryOptions } from '../../core/summary/options';
import { SummaryFold } from '../../core/summary/summaryFold';
import type { DetailPart, Finished, SummaryPart } from './messages';

/** The summary of what was folded of a file, stretch by stretch. */
export function finishSummary(
  options: SummaryOptions,
  parts: readonly SummaryPart[],
  details?: readonly DetailPart[],
): Finished {
  const fold = new SummaryFold(new LayoutSet(), options, parts.length);
  fold.merge(parts);
  const plan = fold.planDetails();
  if (details) fold.addDetails(details);
  const facts = factsOf(parts.map(({ faults, shift }) => ({ part: faults, shift })));
  return { summary: fold.finish(facts), parts, plan: details ? undefined : plan };
}

function factsOf(parts: readonly { part: FaultCounts; shift: number }[]) {
  const rows = Object.entries(mergeFaults(parts).byCode);
  const counted = rows.filter(([, { severity }]) => severity === 'error' || severity === 'warning');
  return {
    faults: counted.reduce((sum, [, { count }]) => sum + count, 0),
    faultsByRule: new Map(rows.map(([code, { count }]) => [code, count] as const)),
  };
}
