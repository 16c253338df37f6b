import assert from 'node:assert/strict';
import { LayoutSet } from '../../../server/src/core/layouts/layoutSet';
import { LINE } from '../../../server/src/core/scan/columns';
import { hashRows } from '../../../server/src/core/scan/rowHash';
import { scanChunk } from '../../../server/src/core/scan/scanChunk';
import { LATEST } from '../../support/checkLog';
import { newDocumentKernel } from '../../support/compiledKernel';
import { hostileLog } from '../kernel/hostileLines';
import { seededRandom } from '../kernel/random';
import { exportLines } from '../summary/support/exportLog';

const encoder = new TextEncoder();
const kernel = newDocumentKernel(1 << 18);

/** The chunk that some lines make, and its hashes by the kernel and by the reference. */
function hashed(log: string) {
  const bytes = encoder.encode(log);
  const options = { layouts: new LayoutSet(), latest: LATEST };
  const held = scanChunk(bytes, -1, true, { ...options, kernel });
  const compiled = hashRows(held, kernel);
  const chunk = scanChunk(bytes, -1, true, options);
  return { chunk, compiled: [...compiled], reference: [...hashRows(chunk)] };
}

describe('The hash of a row', () => {
  it('is the same from the kernel as from the reference', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const { compiled, reference } = hashed(hostileLog(seededRandom(seed), 60));
      assert.deepEqual(compiled, reference, `seed ${seed}`);
    }
    const lines = [...exportLines({ records: 1500, seed: 3, faulty: 15 })];
    const { compiled, reference } = hashed(lines.join('\r\n'));
    assert.deepEqual(compiled, reference);
  });

  it('is 0 for what is no record on a line of its own, and for nothing else', () => {
    const [record = ''] = exportLines({ records: 1, seed: 1, faulty: 0 });
    const half = record.length >> 1;
    const log = ['# comment', '', record, record.slice(0, half), record.slice(half), 'abc'];
    const { chunk, compiled } = hashed(log.join('\n'));
    assert.equal(chunk.wrapped.length, 1);
    assert.deepEqual(
      compiled.map(hash => hash !== 0),
      [false, false, true, false, false, false],
    );
  });

  it('leaves blanks around the line aside, and nothing else', () => {
    const [record = ''] = exportLines({ records: 1, seed: 1, faulty: 0 });
    const faulty = record.replace(/ \S+$/, ' ok');
    for (const line of [record, faulty]) {
      const around = ['', ' ', '\t ', '\u00a0', '\u3000'];
      const { compiled } = hashed([line, ...around.map(blank => blank + line + blank)].join('\n'));
      assert.deepEqual(new Set(compiled).size, 1, JSON.stringify(compiled));
      assert.notEqual(hashed(line.replace(' ', '  ')).compiled[0], compiled[0]);
    }
  });

  it('hardly ever is that of another record', () => {
    const lines = [...new Set(exportLines({ records: 60_000, seed: 9, faulty: 0 }))];
    const hashes = new Set<number>();
    for (let at = 0; at < lines.length; at += 1500) {
      const { chunk, compiled } = hashed(lines.slice(at, at + 1500).join('\n'));
      assert.ok(chunk.columns.kind.subarray(0, chunk.lines).every(kind => kind === LINE.record));
      for (const hash of compiled) hashes.add(hash);
    }
    // Of 32 random bits 0.4 pairs are expected.
    assert.ok(hashes.size >= lines.length - 5, `${lines.length - hashes.size} times`);
  });
});
