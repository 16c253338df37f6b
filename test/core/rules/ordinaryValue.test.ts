import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LayoutSet } from '../../../server/src/core/layouts/layoutSet';
import { readLine } from '../../../server/src/core/record/readLine';
import { RULES } from '../../../server/src/core/rules/index';
import { isOrdinaryValue } from '../../../server/src/core/rules/ordinaryValue';
import { LATEST } from '../../support/checkLog';
import { legalLog, mutatedLog } from '../../support/flows/logs';

const VALUE_RULES = RULES.filter(rule => rule.scope === 'value');
const EXAMPLES = RULES.flatMap(({ bad, good }) => [...bad, ...good]).join('\n');

describe('A value that is ordinary', function () {
  this.timeout(120_000);

  it('gives no rule about values anything to say where the log-status is OK', () => {
    let ordinary = 0;
    let others = 0;
    const visit = (log: string) => {
      const layouts = new LayoutSet();
      let declared = -1;
      for (const line of log.split(/\r\n|\n|\r/)) {
        const reading = readLine(line, layouts, { declared });
        if (reading.kind === 'header') declared = reading.declares;
        if (reading.kind !== 'record' || reading.view.value('log-status')?.text !== 'OK') continue;
        for (const value of reading.view.values) {
          if (!isOrdinaryValue(value, LATEST)) {
            others++;
            continue;
          }
          ordinary++;
          for (const rule of VALUE_RULES) {
            const finding = rule.check(value, reading.view, { latest: LATEST, icmpOrder: 'auto' });
            assert.equal(finding, undefined, `${rule.code} in ${line}`);
          }
        }
      }
    };
    visit(EXAMPLES);
    fc.assert(fc.property(legalLog, visit), { seed: 81, numRuns: 200, endOnFailure: true });
    fc.assert(fc.property(mutatedLog, visit), { seed: 82, numRuns: 400, endOnFailure: true });
    assert.ok(ordinary > 10_000 && others > 1000, `${ordinary} and ${others}`);
  });
});
