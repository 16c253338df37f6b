import type { FlowTable } from '../table/flowTable';
import { DetailFold } from './detail/detailFold';
import type { OutsideFacts } from './finish/buildSummary';
import { summaryOptions, type SummaryOptions } from './options';
import type { Summary } from './summary';
import { SummaryFold } from './summaryFold';

/** A fold for the records of a table. */
export function foldFor(table: FlowTable, options: Partial<SummaryOptions> = {}): SummaryFold {
  const expected = table.records;
  return new SummaryFold(table.options.layouts, summaryOptions({ expected, ...options }));
}

/**
 * Summarises a table. Yields between chunks, so that the caller can pause, stop, or ask the fold
 * for the picture so far.
 */
export function* summarise(
  table: FlowTable,
  options: Partial<SummaryOptions> = {},
  facts: OutsideFacts = {},
  fold: SummaryFold = foldFor(table, options),
): Generator<void, Summary> {
  for (const [index, chunk] of table.chunks.entries()) {
    fold.add(chunk, table.firstLine(index));
    yield;
  }
  const plan = fold.planDetails();
  if (plan) {
    const details = new DetailFold(table.options.layouts, fold.options, plan);
    for (const [index, chunk] of table.chunks.entries()) {
      details.add(chunk, table.firstLine(index));
      yield;
    }
    fold.addDetails([{ partial: details.partial() }]);
  }
  return fold.finish(facts);
}
