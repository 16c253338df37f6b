import assert from 'node:assert/strict';
import { amountLabels } from '../../client/webview/summary/format/amounts';
import { timeLabels } from '../../client/webview/summary/timeline/timeAxis';

describe('The labels of an axis', () => {
  it('name each second once, and the day where it begins', () => {
    const day = 1_750_118_400;
    assert.deepEqual(timeLabels([day - 1, day - 0.5, day, day + 0.5, day + 1], 0.5), [
      '23:59:59\n2025-06-16',
      '',
      '00:00:00\n2025-06-17',
      '',
      '00:00:01',
    ]);
  });

  it('name no part of a record, a packet or a byte', () => {
    assert.deepEqual(amountLabels('bytes', [0, 0.25, 0.5, 1, 1500]), [
      '0 B',
      '',
      '',
      '1 B',
      '1.5 kB',
    ]);
  });
});
