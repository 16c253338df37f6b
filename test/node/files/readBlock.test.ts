import assert from 'node:assert/strict';
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { LayoutSet } from '../../../server/src/core/layouts/layoutSet';
import { scanChunk } from '../../../server/src/core/scan/scanChunk';
import { BLOCK_SIZE, blockCount } from '../../../server/src/node/files/blocks';
import { BlockReader } from '../../../server/src/node/files/readBlock';

const RECORD =
  '2 1251762227 eni-lq6mkcis 203.0.113.12 172.31.16.139 40022 443 6 20 4249 1418530010 1418530070 ACCEPT OK';
const FIELDS = RECORD.split(' ');
const latest = 4e9;

/** Lines that may stand where one block ends and the next begins, each with its line end. */
const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constant(`${RECORD}\n`) },
  fc.constantFrom(
    ...[`${RECORD}\r\n`, `${RECORD}\r`, '\n', '# a comment\n', 'nonsense\n', '2 1\n'],
    ...[`${RECORD} more\n`, `${RECORD.replace('443', '70000')}\n`, `${'x'.repeat(9000)}\n`],
    'version:2 srcaddr:10.0.0.1 dstaddr:10.0.0.2 protocol:1 action:REJECT log-status:OK\n',
  ),
  // A record on several lines.
  fc
    .uniqueArray(fc.integer({ min: 1, max: FIELDS.length - 1 }), { minLength: 1, maxLength: 3 })
    .map(cuts => {
      const ends = [...cuts.sort((a, b) => a - b), FIELDS.length];
      return ends.map((end, i) => `${FIELDS.slice(ends[i - 1] ?? 0, end).join(' ')}\n`).join('');
    }),
);

/** A log of two and a bit blocks, with such lines around both boundaries. */
const log = fc
  .tuple(fc.array(piece, { maxLength: 9 }), fc.array(piece, { maxLength: 9 }), fc.nat(400))
  .map(([first, second, shift]) => {
    let text = '';
    for (const pieces of [first, second]) {
      const around = pieces.join('');
      const boundary = Math.ceil((text.length + 1000) / BLOCK_SIZE) * BLOCK_SIZE;
      const lines = Math.floor((boundary - text.length - shift) / (RECORD.length + 1));
      text += `${RECORD}\n`.repeat(lines) + around;
    }
    return text + `${RECORD}\n`.repeat(20);
  });

describe('The lines of a block', () => {
  const folder = mkdtempSync(join(tmpdir(), 'flowlog-blocks-'));
  const path = join(folder, 'export.log');
  after(() => rmSync(folder, { recursive: true }));

  it('are all lines once, whether a thread reads on or begins there', () => {
    fc.assert(
      fc.property(log, text => {
        writeFileSync(path, text);
        const size = Buffer.byteLength(text);
        const file = openSync(path, 'r');
        const options = { layouts: new LayoutSet(), latest };
        const reader = new BlockReader(file, size, options);
        try {
          let wrapped = 0;
          const inOrder = Array.from({ length: blockCount(size) }, (_, block) => {
            const { bytes, last } = reader.read(block, -1);
            wrapped += scanChunk(bytes, -1, last, options).wrapped.length;
            const apart = new BlockReader(file, size, options).read(block, -1);
            assert.equal(apart.last, last);
            assert.ok(Buffer.from(apart.bytes).equals(bytes), `block ${block}`);
            return Buffer.from(bytes);
          });
          assert.ok(Buffer.concat(inOrder).equals(Buffer.from(text)));
          const whole = scanChunk(Buffer.from(text), -1, true, options);
          assert.equal(wrapped, whole.wrapped.length, 'records on several lines');
        } finally {
          closeSync(file);
        }
      }),
      { seed: 130, numRuns: 60 },
    );
  });

  it('are one line where one is longer than several blocks', () => {
    for (const length of [BLOCK_SIZE, BLOCK_SIZE + 5000, 3 * BLOCK_SIZE, 5 * BLOCK_SIZE]) {
      const text = `${RECORD}\n`.repeat(20) + `${'x'.repeat(length)}\n` + `${RECORD}\n`.repeat(3);
      writeFileSync(path, text);
      const file = openSync(path, 'r');
      const options = { layouts: new LayoutSet(), latest };
      const reader = new BlockReader(file, text.length, options);
      try {
        let [lines, records] = [0, 0];
        for (let block = 0; block < blockCount(text.length); block++) {
          const { bytes, last } = reader.read(block, -1);
          const chunk = scanChunk(bytes, -1, last, options);
          [lines, records] = [lines + chunk.lines, records + chunk.records];
        }
        // The empty line behind the last line break is one, too.
        assert.deepEqual([lines, records], [25, 23], `a line of ${length} bytes`);
      } finally {
        closeSync(file);
      }
    }
  });
});
