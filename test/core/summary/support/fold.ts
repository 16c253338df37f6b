import type { SummaryOptions } from '../../../../server/src/core/summary/options';
import { summarise } from '../../../../server/src/core/summary/summarise';
import type { Summary } from '../../../../server/src/core/summary/summary';
import { readTable, type FlowTable } from '../../../../server/src/core/table/flowTable';

/** Later than any time in a test. */
export const LATEST = 4_000_000_000;

export function tableOf(log: string, size = 65_536): FlowTable {
  return readTable(new TextEncoder().encode(log), LATEST, { size });
}

/** Runs what yields between chunks to its end. */
export function runToEnd<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The summary of a log that is read in chunks of about so many bytes. */
export function summaryOf(
  log: string,
  options: Partial<SummaryOptions> = {},
  size?: number,
): Summary {
  return runToEnd(summarise(tableOf(log, size), { seed: 7, ...options }));
}
