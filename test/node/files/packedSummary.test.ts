import assert from 'node:assert/strict';
import type { Summary } from '../../../server/src/core/summary/summary';
import { packSummary, unpackSummary } from '../../../server/src/node/files/packedSummary';
import { exportLines } from '../../core/summary/support/exportLog';
import { summaryOf } from '../../core/summary/support/fold';

describe('A summary that travels', () => {
  const record = (eni: string, start: number, status: string) => {
    const none = status !== 'OK';
    const values = none ? '- - - - - - -' : '10.0.0.1 10.0.0.2 40000 443 6 1 40';
    const action = none ? '-' : 'ACCEPT';
    return `2 1251762227 ${eni} ${values} ${start} ${start + 60} ${action} ${status}`;
  };
  const travelled = (summary: Summary) =>
    unpackSummary(structuredClone(packSummary(structuredClone(summary))));

  it('arrives as it was, with every state of coverage', () => {
    const log = [
      record('eni-aaaaaaa1', 1_655_104_380, 'OK'),
      record('eni-aaaaaaa1', 1_655_105_380, 'SKIPDATA'),
      record('eni-aaaaaaa1', 1_655_107_380, 'NODATA'),
      record('eni-aaaaaaa2', 1_655_108_380, 'OK'),
    ];
    const summary = summaryOf(log.join('\n'), { seed: 7 });
    const states = summary.coverage.points.flatMap(({ runs }) => runs.map(({ state }) => state));
    assert.equal(new Set(states).size, 4);
    assert.deepEqual(travelled(summary), summary);
    const asJson = (one: Summary): unknown => JSON.parse(JSON.stringify(one));
    assert.deepEqual(asJson(travelled(summary)), asJson(summary));
  });

  it('arrives as it was when it is of an export, or empty', () => {
    const log = [...exportLines({ records: 3000, seed: 5, remotes: 300 })].join('\n');
    for (const text of [log, '']) {
      const summary = summaryOf(text, { seed: 7 });
      assert.deepEqual(travelled(summary), summary);
    }
  });
});
