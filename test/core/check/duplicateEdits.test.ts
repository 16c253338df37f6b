import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TableChecker } from '../../../server/src/core/check/checkTable';
import { levelsFrom } from '../../../server/src/core/check/levels';
import { FlowDocument } from '../../../server/src/core/table/flowDocument';
import { finish, LATEST } from '../../support/checkLog';

const record = (port: number) =>
  `2 1300000001 eni-a1b2c3d4 192.0.2.10 10.0.1.5 ${port} 443 6 20 4249 1700000000 1700000060 ACCEPT OK`;
const newChecker = () =>
  new TableChecker({ levels: levelsFrom({}), rules: { latest: LATEST, icmpOrder: 'auto' } });

/** Few different records, so that edits often make and unmake a repetition. */
const line = fc.integer({ min: 1, max: 12 }).map(record);
const edit = fc.record({
  from: fc.nat(60),
  lines: fc.nat(4),
  text: fc.array(line, { maxLength: 4 }),
});

describe('Repeated records after edits', () => {
  it('are those that a check from the beginning finds', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), fc.array(edit), (lines, edits) => {
        const options = { size: 500 };
        const document = new FlowDocument(lines.join('\n'), LATEST, options);
        const checker = newChecker();
        for (const [step, { from, lines: count, text }] of edits.entries()) {
          const range = {
            start: { line: from, character: 0 },
            end: { line: from + count, character: 0 },
          };
          document.update([{ range, text: text.map(each => `${each}\n`).join('') }]);
          const work = checker.check(document.table);
          // Some checks are given up half-way, as when more is typed meanwhile.
          if (step % 3 === 1) {
            for (let i = 0; i < step; i++) work.next();
            continue;
          }
          const fresh = new FlowDocument(document.text(), LATEST, options);
          assert.deepEqual(finish(work), finish(newChecker().check(fresh.table)));
        }
      }),
      { seed: 121 },
    );
  });

  it('are counted beyond those that are listed', () => {
    const text = Array.from({ length: 6000 }, () => record(1)).join('\n');
    const report = finish(newChecker().check(new FlowDocument(text, LATEST).table));
    assert.equal(report.counts.information, 5999);
    assert.equal(report.problems.length, 1000);
    const rollUp = report.problems.at(-1)!;
    assert.match(rollUp.message, /^5,000 more from line 1,001 on/);
    assert.equal(rollUp.line, 1000);
  });
});
