import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TableChecker } from '../../../server/src/core/check/checkTable';
import { DEFAULT_LEVELS } from '../../../server/src/core/check/levels';
import { readTable, type FlowTable } from '../../../server/src/core/table/flowTable';
import { finish, LATEST } from '../../support/checkLog';
import { newKernel } from '../../support/compiledKernel';
import { damagedWrappedLog, legalLog, mutatedLog, wrappedLog } from '../../support/flows/logs';
import { rowsOf } from '../../support/tableRows';

const encoder = new TextEncoder();
const kernel = newKernel();

describe('The size of chunks', function () {
  this.timeout(120_000);

  it('makes no difference to a legal log', () => {
    fc.assert(fc.property(legalLog, assertSame), { seed: 21, numRuns: 100, endOnFailure: true });
  });

  it('makes no difference to a mutated log', () => {
    fc.assert(fc.property(mutatedLog, assertSame), { seed: 22, numRuns: 200, endOnFailure: true });
  });

  it('makes no difference to a wrapped log', () => {
    const log = fc.oneof(wrappedLog, damagedWrappedLog);
    fc.assert(fc.property(log, assertSame), { seed: 23, numRuns: 200, endOnFailure: true });
  });
});

function assertSame(log: string): void {
  const bytes = encoder.encode(log);
  const whole = contentOf(readTable(bytes, LATEST, { size: 1 << 20 }));
  for (const options of [{ size: 200 }, { size: 4096 }, { size: 4096, kernel }]) {
    const table = readTable(bytes, LATEST, options);
    assert.deepEqual(contentOf(table), whole, `chunks of ${options.size} bytes`);
  }
}

function contentOf(table: FlowTable) {
  const rules = { latest: LATEST, icmpOrder: 'auto' as const };
  const { problems } = finish(new TableChecker({ levels: DEFAULT_LEVELS, rules }).check(table));
  return { lines: table.lines, records: table.records, rows: rowsOf(table), problems };
}
