import assert from 'node:assert/strict';
import { RULES } from '../../../server/src/core/rules/index';
import { checkLog, edited } from '../../support/checkLog';

describe('The examples of each rule', () => {
  for (const rule of RULES) {
    describe(rule.code, () => {
      it('has examples', () => {
        assert.ok(rule.bad.length > 0 && rule.good.length > 0);
      });

      for (const log of rule.bad) {
        it(`alone reports on: ${log}`, () => {
          const codes = new Set(checkLog(log).map(problem => problem.code));
          assert.deepEqual([...codes], [rule.code]);
        });

        it(`offers fixes that leave nothing to report in: ${log}`, () => {
          const fixes = checkLog(log).flatMap(problem => problem.fix ?? []);
          if (fixes.length === 0) return;
          const fixed = edited(
            log,
            fixes.flatMap(fix => fix.edits),
          );
          assert.deepEqual(checkLog(fixed), []);
        });
      }

      for (const log of rule.good) {
        it(`finds nothing in: ${log}`, () => {
          assert.deepEqual(checkLog(log), []);
        });
      }
    });
  }
});
