import assert from 'node:assert/strict';
import { TableChecker } from '../../../server/src/core/check/checkTable';
import { DEFAULT_LEVELS } from '../../../server/src/core/check/levels';
import { readTable } from '../../../server/src/core/table/flowTable';
import { finish, LATEST } from '../../support/checkLog';
import { exportLines } from '../summary/support/exportLog';

const rules = { latest: LATEST, icmpOrder: 'auto' as const };
const lines = [...exportLines({ records: 1500, seed: 11, faulty: 12 })];
const bytes = new TextEncoder().encode([...lines, ...lines.slice(0, 40)].join('\n'));
const table = readTable(bytes, LATEST, { size: 4000 });
const newChecker = () => new TableChecker({ levels: DEFAULT_LEVELS, rules });
const expected = finish(newChecker().check(table));

describe('Checks of one log', () => {
  it('have something to say here', () => {
    assert.ok(table.chunks.length > 10 && expected.problems.length > 50);
    assert.equal(expected.byCode.get('duplicate-record'), 40);
  });

  it('come to the same when they run side by side', () => {
    const checker = newChecker();
    const running = Array.from({ length: 3 }, () => checker.check(table));
    const reports = running.map(() => undefined as unknown);
    while (reports.includes(undefined)) {
      running.forEach((check, i) => {
        const { done, value } = check.next();
        if (done) reports[i] ??= value;
      });
    }
    for (const report of reports) assert.deepEqual(report, expected);
  });

  it('come to the same after one that was given up, wherever that was', () => {
    for (let steps = 1; steps < 40; steps += 3) {
      const checker = newChecker();
      const given = checker.check(table);
      for (let step = 0; step < steps; step++) given.next();
      assert.deepEqual(finish(checker.check(table)), expected);
      assert.deepEqual(finish(given), expected);
      assert.deepEqual(finish(checker.check(table)), expected);
    }
  });

  it('leave the reports alone that were given before', () => {
    const checker = newChecker();
    const first = finish(checker.check(table));
    const shown = structuredClone(first);
    finish(checker.check(readTable(bytes.subarray(0, 50_000), LATEST, { size: 4000 })));
    assert.deepEqual(first, shown);
  });
});
