import { mergeFaults, type FaultCounts } from '../../core/fold/faults';
import { LayoutSet } from '../../core/layouts/layoutSet';
import type { DetailPartial } from '../../core/summary/detail/detailFold';
import type { SummaryPartial } from '../../core/summary/partial';
import type { Summary } from '../../core/summary/summary';
import { SummaryFold } from '../../core/summary/summaryFold';
import type { SummaryOptions } from '../../core/summary/options';
import { foldFile, type FileOptions, type FileResult } from './foldFile';

/** A summary of a file, and what the reader has to know beyond it. */
export interface FileSummary {
  readonly summary: Summary;
  readonly notes: readonly string[];
}

/**
 * Summarises a file by its path. What the first pass leaves in doubt is counted again in a second
 * one, with memory that does not grow with the file in either.
 */
export async function summariseFile(
  path: string,
  options: SummaryOptions,
  reading: Omit<FileOptions, 'work'>,
): Promise<FileSummary> {
  const work = { summary: options, faults: { rules: {} } };
  const first = await foldFile(path, { ...reading, work });
  const fold = new SummaryFold(new LayoutSet(), options, first.stretches.length);
  fold.merge(partsOf(first, parts => parts['summary'] as SummaryPartial));
  const plan = fold.planDetails();
  if (plan) {
    const second = await foldFile(path, { ...reading, work: { details: { options, plan } } });
    fold.addDetails(partsOf(second, parts => parts['details'] as DetailPartial));
  }
  const parts = partsOf(first, parts => parts['faults'] as FaultCounts);
  const { byCode } = mergeFaults(parts.map(({ partial, shift }) => ({ part: partial, shift })));
  const rows = Object.entries(byCode);
  const counted = rows.filter(([, { severity }]) => severity === 'error' || severity === 'warning');
  const facts = {
    faults: counted.reduce((sum, [, { count }]) => sum + count, 0),
    faultsByRule: new Map(rows.map(([code, { count }]) => [code, count] as const)),
  };
  const notes = first.changed ? [first.changed] : [];
  return { summary: fold.finish(facts), notes };
}

/** One fold's parts, each with the line at which its stretch begins. */
function partsOf<Part>(
  { stretches }: FileResult,
  pick: (parts: Readonly<Record<string, unknown>>) => Part,
): { partial: Part; shift: number }[] {
  return stretches.map(({ shift, parts }) => ({ partial: pick(parts), shift }));
}
