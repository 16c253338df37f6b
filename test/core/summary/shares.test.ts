import assert from 'node:assert/strict';
import { percent } from '../../../server/src/core/explain/quantities';
import { summaryOf } from './support/fold';

const record = (action: string) =>
  `2 1251762227 eni-aaaaaaa1 203.0.113.9 10.0.0.2 40000 443 6 4 400 1655104384 1655104390 ${action} OK`;
const NODATA = '2 1251762227 eni-aaaaaaa1 - - - - - - - 1655104384 1655104444 - NODATA';

function sharesOf(lines: readonly string[]) {
  const { totals, interfaces } = summaryOf(lines.join('\n'));
  return [totals.deniedShare, interfaces.rows[0]?.rejectedShare];
}

describe('The share of what was refused', () => {
  it('is unknown where no record says what became of its traffic', () => {
    const header = 'start end srcaddr dstaddr bytes';
    const line = '1655104384 1655104390 10.0.0.1 10.0.0.2 400';
    assert.deepEqual(sharesOf([header, line, line, line]), [null, undefined]);
    assert.deepEqual(sharesOf([record('Reject'), record('Reject'), record('Reject')]), [
      null,
      null,
    ]);
  });

  it('leaves out what has no legible action, and of an interface it is one of all records', () => {
    assert.deepEqual(sharesOf([record('REJECT'), NODATA, NODATA, NODATA]), [1, 0.25]);
    assert.deepEqual(sharesOf([record('REJECT'), record('ACCEPT'), record('Reject')]), [
      1 / 2,
      1 / 3,
    ]);
  });

  it('is never shown as nothing or all when it is neither', () => {
    const shares = [0, 0.0001, 0.001, 0.0555, 0.999, 0.9997, 1];
    assert.deepEqual(shares.map(percent), [
      ...['0.0 %', '< 0.1 %', '0.1 %', '5.5 %', '99.9 %', '> 99.9 %', '100.0 %'],
    ]);
  });
});
