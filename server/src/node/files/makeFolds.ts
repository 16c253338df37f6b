import { levelsFrom } from '../../core/check/levels';
import { FaultFold } from '../../core/fold/faults';
import type { Fold } from '../../core/fold/fold';
import type { ScanOptions } from '../../core/scan/scanChunk';
import { DetailFold } from '../../core/summary/detail/detailFold';
import { fitsDetails } from '../../core/summary/kernel/detailMemory';
import { KernelDetailFold } from '../../core/summary/kernel/kernelDetailFold';
import { fitsKernel } from '../../core/summary/kernel/foldMemory';
import { KernelSummaryFold } from '../../core/summary/kernel/kernelFold';
import { SummaryFold } from '../../core/summary/summaryFold';
import type { Work } from './messages';

/** The folds that a piece of work asks for, by name. */
export function makeFolds(
  { faults, summary, details }: Work,
  { layouts, latest, kernel }: ScanOptions,
): Record<string, Fold<unknown>> {
  const folds: Record<string, Fold<unknown>> = {};
  if (faults) {
    const rules = { latest, icmpOrder: 'auto' as const };
    folds['faults'] = new FaultFold({ layouts, levels: levelsFrom(faults.rules), rules });
  }
  if (summary) {
    folds['summary'] =
      kernel && fitsKernel(summary, kernel.map)
        ? new KernelSummaryFold(kernel, layouts, summary)
        : new SummaryFold(layouts, summary);
  }
  if (details) {
    const { options, plan } = details;
    folds['details'] =
      kernel && fitsDetails(options, plan, kernel.map)
        ? new KernelDetailFold(kernel, layouts, options, plan)
        : new DetailFold(layouts, options, plan);
  }
  return folds;
}
