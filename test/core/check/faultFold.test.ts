import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DEFAULT_LEVELS } from '../../../server/src/core/check/levels';
import { FaultFold, type FaultCounts } from '../../../server/src/core/fold/faults';
import { LayoutSet } from '../../../server/src/core/layouts/layoutSet';
import { cutChunks } from '../../../server/src/core/table/cutChunks';
import { newKernel } from '../../support/compiledKernel';
import { mutatedLog } from '../../support/flows/logs';

const LATEST = 2_000_000_000;
const encoder = new TextEncoder();
const kernel = newKernel();

/** The counts of a log that is read in chunks of a size. */
function countsOf(log: string, size: number, keepReadings: boolean): FaultCounts {
  const layouts = new LayoutSet();
  const rules = { latest: LATEST, icmpOrder: 'auto' } as const;
  const fold = new FaultFold({ layouts, levels: DEFAULT_LEVELS, rules });
  const options = { layouts, latest: LATEST, kernel, keepReadings };
  let line = 0;
  for (const chunk of cutChunks(encoder.encode(log), -1, true, size, options)) {
    fold.add(chunk, line);
    line += chunk.lines;
  }
  return fold.partial();
}

describe('The counts of faults', function () {
  this.timeout(60_000);

  it('are the same whatever the chunks are and whether readings are kept', () => {
    let faults = 0;
    const agree = (log: string) => {
      const whole = countsOf(log, 1 << 20, false);
      assert.deepEqual(countsOf(log, 1 << 20, true), whole);
      assert.deepEqual(countsOf(log, 300, true), whole);
      assert.deepEqual(countsOf(log, 300, false), whole);
      faults += Object.keys(whole.byCode).length;
    };
    fc.assert(fc.property(mutatedLog, agree), { seed: 21, numRuns: 300, endOnFailure: true });
    assert.ok(faults > 300, `only ${faults} faults`);
  });

  it('know the keys of the record before, though its chunk is in order', () => {
    const full =
      'version:2 account-id:1300000001 interface-id:eni-a1b2c3d4 srcaddr:192.0.2.10 dstaddr:10.0.1.5 srcport:50312 dstport:443 protocol:6 packets:20 bytes:4249 start:1700000000 end:1700000060 action:ACCEPT log-status:OK';
    const fewer = full.replace(' protocol:6', '');
    const log = [fewer, full, fewer].join('\n');
    const whole = countsOf(log, 1 << 20, false);
    assert.equal(whole.byCode['key-missing']?.count, 2);
    assert.deepEqual(countsOf(log, full.length + 1, true), whole);
  });
});
