import type { FaultCounts } from '../../core/fold/faults';
import type { LineRuns } from '../../core/fold/lineRuns';
import type { DetailPartial } from '../../core/summary/detail/detailFold';
import type { DetailPlan } from '../../core/summary/detail/detailPlan';
import type { SummaryOptions } from '../../core/summary/options';
import type { SummaryPartial } from '../../core/summary/partial';
import type { DetailPart, FoldedFile, SummaryPart } from '../../fileAccess';
import { foldFile, type FileOptions, type FileResult } from './foldFile';

/** How a file is read in a pass. */
type Reading = Omit<FileOptions, 'work'>;

/** The first pass over a file for a summary. */
export async function foldSummary(
  path: string,
  options: SummaryOptions,
  reading: Reading,
): Promise<FoldedFile<SummaryPart>> {
  const work = { summary: options, faults: { rules: {} } };
  return folded(await foldFile(path, { ...reading, work }), (runs, parts) => ({
    runs,
    partial: parts['summary'] as SummaryPartial,
    faults: parts['faults'] as FaultCounts,
  }));
}

/** The second pass, which counts what the first left in doubt. */
export async function foldDetails(
  path: string,
  options: SummaryOptions,
  plan: DetailPlan,
  reading: Reading,
): Promise<FoldedFile<DetailPart>> {
  const work = { details: { options, plan } };
  const result = await foldFile(path, { ...reading, work, onPicture: undefined });
  return folded(result, (runs, parts) => ({ runs, partial: parts['details'] as DetailPartial }));
}

type ThreadResult = FileResult['threads'][number];

function folded<Part>(
  { threads, ...about }: FileResult,
  partOf: (runs: LineRuns, parts: ThreadResult['parts']) => Part,
): FoldedFile<Part> {
  return { ...about, parts: threads.map(({ runs, parts }) => partOf(runs, parts)) };
}
