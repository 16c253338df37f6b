import assert from 'node:assert/strict';
import { TableChecker } from '../../../server/src/core/check/checkTable';
import { levelsFrom } from '../../../server/src/core/check/levels';
import { FlowDocument } from '../../../server/src/core/table/flowDocument';
import { finish, LATEST } from '../../support/checkLog';
import { newKernel } from '../../support/compiledKernel';

const record = (port: number) =>
  `2 1300000001 ENI_A1B2C3D4 192.0.2.10 10.0.1.5 ${port} 443 6 20 4249 1700000000 1700000060 ACCEPT OK`;

describe('A document with a fault on every line', () => {
  it('is checked without its text being encoded for any of them', () => {
    const lines = Array.from({ length: 2000 }, (_, i) => record(1024 + i));
    const { table } = new FlowDocument(lines.join('\n'), LATEST, { kernel: newKernel() });
    let encoded = 0;
    for (const chunk of table.chunks) {
      const { bytes } = chunk;
      Object.defineProperty(chunk, 'bytes', { get: () => (encoded++, bytes) });
    }
    const checker = new TableChecker({
      levels: levelsFrom({}),
      rules: { latest: LATEST, icmpOrder: 'auto' },
    });
    const { byCode } = finish(checker.check(table));
    assert.deepEqual([...byCode], [['interface-id-shape', lines.length]]);
    assert.ok(encoded <= table.chunks.length, `encoded ${encoded} times`);
  });
});
