import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LayoutSet } from '../../../server/src/core/layouts/layoutSet';
import { readLine } from '../../../server/src/core/record/readLine';
import type { RecordView } from '../../../server/src/core/record/recordView';
import { contradictions } from '../../../server/src/core/rules/dataFields';
import { RULES } from '../../../server/src/core/rules/index';
import { isOrdinaryTogether } from '../../../server/src/core/rules/ordinaryTogether';
import { isOrdinaryValue } from '../../../server/src/core/rules/ordinaryValue';
import { LATEST } from '../../support/checkLog';
import { legalLog, mutatedLog } from '../../support/flows/logs';

const VALUE_RULES = RULES.filter(rule => rule.scope === 'value');
const RECORD_RULES = RULES.filter(rule => rule.scope === 'record');
const EXAMPLES = RULES.flatMap(({ bad, good }) => [...bad, ...good]).join('\n');
const CONTEXT = { latest: LATEST, icmpOrder: 'auto' } as const;

describe('Where the log-status is OK and no values contradict that', function () {
  this.timeout(120_000);

  it('an ordinary value gives no rule about values anything to say', () => {
    let ordinary = 0;
    let others = 0;
    forRecords(record => {
      for (const value of record.values) {
        if (!isOrdinaryValue(value, LATEST)) {
          others++;
          continue;
        }
        ordinary++;
        for (const rule of VALUE_RULES) {
          const finding = rule.check(value, record, CONTEXT);
          assert.equal(finding, undefined, `${rule.code} in ${record.text}`);
        }
      }
    });
    assert.ok(ordinary > 10_000 && others > 1000, `${ordinary} and ${others}`);
  });

  it('values that are ordinary together give no rule about records anything to say', () => {
    let ordinary = 0;
    let others = 0;
    forRecords(record => {
      if (!isOrdinaryTogether(record)) {
        others++;
        return;
      }
      ordinary++;
      for (const rule of RECORD_RULES) {
        assert.deepEqual(rule.check(record, CONTEXT), [], `${rule.code} in ${record.text}`);
      }
    });
    assert.ok(ordinary > 500 && others > 1000, `${ordinary} and ${others}`);
  });
});

/** Visits the records of examples and of generated logs in which both may be asked for. */
function forRecords(visit: (record: RecordView) => void): void {
  const visitLog = (log: string) => {
    const layouts = new LayoutSet();
    let declared = -1;
    for (const line of log.split(/\r\n|\n|\r/)) {
      const reading = readLine(line, layouts, { declared });
      if (reading.kind === 'header') declared = reading.declares;
      if (reading.kind !== 'record') continue;
      const { view } = reading;
      const isOk = view.value('log-status')?.text === 'OK' && contradictions(view) === undefined;
      if (isOk) visit(view);
    }
  };
  visitLog(EXAMPLES);
  fc.assert(fc.property(legalLog, visitLog), { seed: 81, numRuns: 200, endOnFailure: true });
  fc.assert(fc.property(mutatedLog, visitLog), { seed: 82, numRuns: 400, endOnFailure: true });
}
