import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_LEVELS } from '../../server/src/core/check/levels';
import { TableChecker } from '../../server/src/core/check/checkTable';
import type { Problem } from '../../server/src/core/check/problem';
import { readTable, type FlowTable } from '../../server/src/core/table/flowTable';

export interface CheckedSample {
  readonly table: FlowTable;
  readonly problems: readonly Problem[];
}

/** A sample, and all that is wrong with it. */
export function checkSample(name: string): CheckedSample {
  const latest = Math.floor(Date.now() / 1000);
  const table = readTable(readFileSync(join(__dirname, '../../samples', name)), latest);
  const rules = { latest, icmpOrder: 'auto' } as const;
  const checking = new TableChecker({ levels: DEFAULT_LEVELS, rules }).check(table);
  for (;;) {
    const { done, value } = checking.next();
    if (done) return { table, problems: value.problems };
  }
}
