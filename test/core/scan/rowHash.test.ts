import assert from 'node:assert/strict';
import { LayoutSet } from '../../../server/src/core/layouts/layoutSet';
import type { Chunk } from '../../../server/src/core/scan/chunk';
import { LINE } from '../../../server/src/core/scan/columns';
import type { Kernel } from '../../../server/src/core/scan/kernel';
import { hashRows } from '../../../server/src/core/scan/rowHash';
import { scanChunk } from '../../../server/src/core/scan/scanChunk';
import { wideHashBytes, wideHashes } from '../../../server/src/core/scan/wideHash';
import { LATEST } from '../../support/checkLog';
import { newDocumentKernel, newWideKernel } from '../../support/compiledKernel';
import { hostileLog } from '../kernel/hostileLines';
import { seededRandom } from '../kernel/random';
import { exportLines } from '../summary/support/exportLog';

const encoder = new TextEncoder();
const [record = ''] = exportLines({ records: 1, seed: 1, faulty: 0 });

/** A kind of hash: its words are told as one text a row. */
interface Kind {
  readonly title: string;
  readonly words: number;
  readonly kernel: Kernel;
  readonly hash: (chunk: Chunk, kernel?: Kernel) => Uint32Array;
}

const KINDS: readonly Kind[] = [
  { title: 'hash of a row', words: 1, kernel: newDocumentKernel(1 << 18), hash: hashRows },
  { title: 'wide hash of a row', words: 2, kernel: newWideKernel(1 << 18), hash: wideHashes },
];

/** The chunk that some lines make, and its hashes by the kernel and by the reference. */
function hashed({ words, kernel, hash }: Kind, log: string) {
  const bytes = encoder.encode(log);
  const options = { layouts: new LayoutSet(), latest: LATEST };
  const held = scanChunk(bytes, -1, true, { ...options, kernel, verdictOnly: true });
  assert.equal(held.columns, kernel.columns);
  const compiled = rowsOf(hash(held, kernel), words);
  const chunk = scanChunk(bytes, -1, true, options);
  return { chunk, compiled, reference: rowsOf(hash(chunk), words) };
}

function rowsOf(hashes: Uint32Array, words: number): string[] {
  return Array.from({ length: hashes.length / words }, (_, row) =>
    hashes.subarray(row * words, (row + 1) * words).join(' '),
  );
}

for (const kind of KINDS) {
  const none = new Uint32Array(kind.words).join(' ');

  describe(`The ${kind.title}`, () => {
    it('is the same from the kernel as from the reference', () => {
      for (let seed = 1; seed <= 60; seed++) {
        const { compiled, reference } = hashed(kind, hostileLog(seededRandom(seed), 60));
        assert.deepEqual(compiled, reference, `seed ${seed}`);
      }
      const lines = [...exportLines({ records: 1500, seed: 3, faulty: 15 })];
      const { compiled, reference } = hashed(kind, lines.join('\r\n'));
      assert.deepEqual(compiled, reference);
    });

    it('is 0 for what is no record on a line of its own, and for nothing else', () => {
      const half = record.length >> 1;
      const log = ['# comment', '', record, record.slice(0, half), record.slice(half), 'abc'];
      const { chunk, compiled } = hashed(kind, log.join('\n'));
      assert.equal(chunk.wrapped.length, 1);
      assert.deepEqual(
        compiled.map(hash => hash !== none),
        [false, false, true, false, false, false],
      );
    });

    it('leaves blanks around the line aside, and nothing else', () => {
      const faulty = record.replace(/ \S+$/, ' ok');
      for (const line of [record, faulty]) {
        const around = ['', ' ', '\t ', '\u00a0', '\u3000'];
        const log = [line, ...around.map(blank => blank + line + blank)].join('\n');
        const { compiled } = hashed(kind, log);
        assert.equal(new Set(compiled).size, 1, JSON.stringify(compiled));
        assert.notEqual(hashed(kind, line.replace(' ', '  ')).compiled[0], compiled[0]);
      }
    });

    it('changes with every byte of a line', () => {
      const changed = Array.from(record, (_, i) => `${record.slice(0, i)}~${record.slice(i + 1)}`);
      const { compiled } = hashed(kind, [record, ...changed].join('\n'));
      assert.ok(!compiled.includes(none));
      assert.equal(new Set(compiled).size, record.length + 1);
    });

    it('hardly ever is that of another record, nor is any word of it', () => {
      const lines = [...new Set(exportLines({ records: 60_000, seed: 9, faulty: 0 }))];
      const hashes: string[] = [];
      for (let at = 0; at < lines.length; at += 1500) {
        const { chunk, compiled } = hashed(kind, lines.slice(at, at + 1500).join('\n'));
        assert.ok(chunk.columns.kind.subarray(0, chunk.lines).every(line => line === LINE.record));
        hashes.push(...compiled);
      }
      for (let word = 0; word < kind.words; word++) {
        const different = new Set(hashes.map(hash => hash.split(' ')[word]));
        // Of 32 random bits 0.4 pairs are expected.
        assert.ok(different.size >= lines.length - 5, `${lines.length - different.size} times`);
      }
      if (kind.words > 1) assert.equal(new Set(hashes).size, lines.length);
    });
  });
}

describe('The room for hashes', () => {
  it('is needed in a kernel; without it the reference does the work', () => {
    const bytes = encoder.encode(`${record}\n`.repeat(40));
    const small = newWideKernel(1 << 16, wideHashBytes(20));
    const options = { layouts: new LayoutSet(), latest: LATEST, kernel: small };
    const hashes = wideHashes(scanChunk(bytes, -1, true, options), small);
    assert.notEqual(hashes.buffer, small.memory.buffer);
    assert.equal(rowsOf(hashes, 2)[39], hashed(KINDS[1]!, record).compiled[0]);
  });
});
