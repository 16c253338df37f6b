import assert from 'node:assert/strict';
import { LayoutSet } from '../../../server/src/core/layouts/layoutSet';
import { scanChunk } from '../../../server/src/core/scan/scanChunk';
import { wideHashBytes, wideHashes } from '../../../server/src/core/scan/wideHash';
import { LATEST } from '../../support/checkLog';
import { newWideKernel } from '../../support/compiledKernel';
import { hostileLog } from '../kernel/hostileLines';
import { seededRandom } from '../kernel/random';
import { exportLines } from '../summary/support/exportLog';

const encoder = new TextEncoder();
const kernel = newWideKernel(1 << 18);

/** The hashes of some lines' rows, by the kernel and by the reference. */
function hashed(log: string) {
  const bytes = encoder.encode(log);
  const options = { layouts: new LayoutSet(), latest: LATEST };
  const held = scanChunk(bytes, -1, true, { ...options, kernel, verdictOnly: true });
  const compiled = wideHashes(held, kernel);
  assert.equal(compiled.buffer, kernel.memory.buffer);
  const chunk = scanChunk(bytes, -1, true, options);
  return { chunk, compiled: hashesIn(compiled), reference: hashesIn(wideHashes(chunk)) };
}

function hashesIn(words: Uint32Array): string[] {
  return Array.from({ length: words.length / 2 }, (_, i) => `${words[2 * i]} ${words[2 * i + 1]}`);
}

describe('The wide hash of a row', () => {
  it('is the same from the kernel as from the reference', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const { compiled, reference } = hashed(hostileLog(seededRandom(seed), 60));
      assert.deepEqual(compiled, reference, `seed ${seed}`);
    }
    const lines = [...exportLines({ records: 1500, seed: 3, faulty: 15 })];
    const { compiled, reference } = hashed(lines.join('\r\n'));
    assert.deepEqual(compiled, reference);
  });

  it('is zeros for what is no record on a line of its own, and for nothing else', () => {
    const [record = ''] = exportLines({ records: 1, seed: 1, faulty: 0 });
    const half = record.length >> 1;
    const log = ['# comment', '', record, record.slice(0, half), record.slice(half), 'abc'];
    const { chunk, compiled } = hashed(log.join('\n'));
    assert.equal(chunk.wrapped.length, 1);
    assert.deepEqual(
      compiled.map(hash => hash !== '0 0'),
      [false, false, true, false, false, false],
    );
  });

  it('leaves blanks around the line aside, and nothing else', () => {
    const [record = ''] = exportLines({ records: 1, seed: 1, faulty: 0 });
    const faulty = record.replace(/ \S+$/, ' ok');
    for (const line of [record, faulty]) {
      const around = ['', ' ', '\t '];
      const { compiled } = hashed([line, ...around.map(blank => blank + line + blank)].join('\n'));
      assert.equal(new Set(compiled).size, 1, JSON.stringify(compiled));
      assert.notEqual(hashed(line.replace(' ', '  ')).compiled[0], compiled[0]);
    }
  });

  it('is never that of another record, nor is either half often', () => {
    const lines = [...new Set(exportLines({ records: 60_000, seed: 9, faulty: 0 }))];
    const hashes: string[] = [];
    for (let at = 0; at < lines.length; at += 1500) {
      hashes.push(...hashed(lines.slice(at, at + 1500).join('\n')).compiled);
    }
    assert.equal(new Set(hashes).size, lines.length);
    // Of 32 random bits 0.4 pairs are expected.
    for (const half of [0, 1]) {
      const halves = new Set(hashes.map(hash => hash.split(' ')[half]));
      assert.ok(halves.size >= lines.length - 5, `${lines.length - halves.size} times`);
    }
  });

  it('changes with every byte of a line', () => {
    const [record = ''] = exportLines({ records: 1, seed: 1, faulty: 0 });
    const changed = Array.from(record, (_, i) => `${record.slice(0, i)}~${record.slice(i + 1)}`);
    const { compiled } = hashed([record, ...changed].join('\n'));
    assert.ok(!compiled.includes('0 0'));
    assert.equal(new Set(compiled).size, record.length + 1);
  });
});

describe('The room for wide hashes', () => {
  it('is needed in a kernel; without it the reference does the work', () => {
    const [record = ''] = exportLines({ records: 1, seed: 1, faulty: 0 });
    const bytes = encoder.encode(`${record}\n`.repeat(40));
    const small = newWideKernel(1 << 16, wideHashBytes(20));
    const options = { layouts: new LayoutSet(), latest: LATEST, kernel: small };
    const hashes = wideHashes(scanChunk(bytes, -1, true, options), small);
    assert.notEqual(hashes.buffer, small.memory.buffer);
    assert.equal(hashesIn(hashes)[39], hashed(record).compiled[0]);
  });
});
