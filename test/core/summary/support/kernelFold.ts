import type { Fold } from '../../../../server/src/core/fold/fold';
import type { LayoutSet } from '../../../../server/src/core/layouts/layoutSet';
import type { Kernel } from '../../../../server/src/core/scan/kernel';
import { scanChunk } from '../../../../server/src/core/scan/scanChunk';
import type { DetailPlan } from '../../../../server/src/core/summary/detail/detailPlan';
import { fitsDetails } from '../../../../server/src/core/summary/kernel/detailMemory';
import { KernelDetailFold } from '../../../../server/src/core/summary/kernel/kernelDetailFold';
import { fitsKernel, foldBytes } from '../../../../server/src/core/summary/kernel/foldMemory';
import { KernelSummaryFold } from '../../../../server/src/core/summary/kernel/kernelFold';
import type { SummaryOptions } from '../../../../server/src/core/summary/options';
import type { SummaryPartial } from '../../../../server/src/core/summary/partial';
import { newFoldingKernel } from '../../../support/compiledKernel';
import { LATEST, tableOf } from './fold';

const CAPACITY = 1 << 20;
const MOST_ROWS = CAPACITY / 8;

/** Kernels by the bytes that they keep for folds; each is used again and again, as threads do. */
const kernels = new Map<number, Kernel>();

/**
 * What a kernel folds of a log, part by part, as threads do. `onChunk` hears after each chunk of the
 * first part, with the lines so far.
 */
export function kernelPartials(
  log: string,
  options: SummaryOptions,
  parts: number,
  size?: number,
  onChunk?: (partial: SummaryPartial, lines: number) => void,
) {
  const heard =
    onChunk &&
    ((fold: Fold<SummaryPartial>, lines: number) => {
      onChunk(fold.partial(), lines);
    });
  const newFold = (kernel: Kernel, layouts: LayoutSet) =>
    new KernelSummaryFold(kernel, layouts, options);
  return foldParts(log, options, parts, size, newFold, heard);
}

/** What kernels find out in the second pass of a plan. */
export function kernelDetails(
  log: string,
  options: SummaryOptions,
  plan: DetailPlan,
  parts: number,
  size?: number,
) {
  const newFold = (kernel: Kernel, layouts: LayoutSet) => {
    if (!fitsDetails(options, plan, kernel.map)) throw new Error('The plan is none for a kernel.');
    return new KernelDetailFold(kernel, layouts, options, plan);
  };
  return foldParts(log, options, parts, size, newFold).partials;
}

function foldParts<P>(
  log: string,
  options: SummaryOptions,
  parts: number,
  size: number | undefined,
  newFold: (kernel: Kernel, layouts: LayoutSet) => Fold<P>,
  onChunk?: (fold: Fold<P>, lines: number) => void,
) {
  // The reference scan cuts the log, and knows which columns are declared before each chunk.
  const table = tableOf(log, size);
  const { layouts } = table.options;
  const bytes = foldBytes(options, MOST_ROWS);
  const kernel = kernels.get(bytes) ?? newFoldingKernel(CAPACITY, MOST_ROWS, bytes);
  kernels.set(bytes, kernel);
  if (!fitsKernel(options, kernel.map)) throw new Error('The fold does not fit.');
  const partials = Array.from({ length: parts }, (_, part) => {
    const fold = newFold(kernel, layouts);
    table.chunks.forEach((chunk, index) => {
      if (Math.floor((index * parts) / table.chunks.length) !== part) return;
      const last = index === table.chunks.length - 1;
      const again = scanChunk(chunk.bytes, chunk.declaredBefore, last, {
        ...{ layouts, latest: LATEST, kernel },
      });
      fold.add(again, table.firstLine(index));
      if (part === 0) onChunk?.(fold, table.firstLine(index) + chunk.lines);
    });
    return { partial: structuredClone(fold.partial()) };
  });
  return { layouts, partials, kernel };
}
