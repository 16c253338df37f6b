import * as assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkLog, type CheckOptions } from '../../cli/src/check/checkLog';
import { readChunks } from '../../cli/src/check/readChunks';
import type { Block } from '../../cli/src/input/block';
import { wholeLines } from '../../cli/src/input/wholeLines';
import { TableChecker } from '../../server/src/core/check/checkTable';
import { DEFAULT_LEVELS, type Levels } from '../../server/src/core/check/levels';
import { LayoutSet } from '../../server/src/core/layouts/layoutSet';
import type { Problem } from '../../server/src/core/check/problem';
import { readTable } from '../../server/src/core/table/flowTable';
import { newKernel, newWideKernel } from '../support/compiledKernel';
import { runToEnd } from './runToEnd';
import { faulty, record } from './records';

const LATEST = 2_000_000_000;
const options: CheckOptions = {
  columns: [],
  levels: DEFAULT_LEVELS,
  rules: { latest: LATEST, icmpOrder: 'auto' },
};

const keyed =
  'srcaddr:192.0.2.33 dstport:22 account-id:1300000001 start:1750000000 dstaddr:10.20.1.11 ' +
  'version:0001_0001 packets:2 protocol:6 bytes:108 action:ACCEPT srcport:58188 ' +
  'end:1750000009 log-status:OK interface-id:eni-3c7mw1qd';

/** Lines that hang together with their neighbours, and may make records of them together. */
const recordLine = fc.oneof(
  { weight: 6, arbitrary: fc.nat(40).map(record) },
  { weight: 2, arbitrary: fc.nat(40).map(faulty) },
  fc.constantFrom('', '# a comment', 'no record at all', '   '),
  fc.constant(keyed),
  fc.constant(keyed.replace(' bytes:108', '')),
  fc.nat(40).map(number => record(number).replace(/ (ACCEPT)/, '\n$1')),
  fc.nat(40).map(number => record(number).replace('EPT', '\nEPT')),
);

/** Lines that name the columns of those after them, and lines in such columns. */
const declaredLine = fc.oneof(
  fc.constant('version srcaddr dstaddr srcport dstport protocol start end action log-status'),
  fc.constant('2 192.0.2.1 10.20.1.11 4000 22 6 1750000000 1750000060 ACCEPT OK'),
  fc.constant('#Fields: start end srcaddr dstaddr action log-status'),
  fc.constant('1750000000 1750000060 192.0.2.1 10.20.1.11 ACCEPT OK'),
);

const logOf = (line: fc.Arbitrary<string>) =>
  fc
    .tuple(fc.array(line, { maxLength: 60 }), fc.constantFrom('\n', '\r\n', '\r'), fc.boolean())
    .map(([lines, lineEnd, closed]) =>
      [...lines.flatMap(piece => piece.split('\n')), ...(closed ? [''] : [])].join(lineEnd),
    );

const blockSize = fc.integer({ min: 1, max: 2000 });

describe('Checking a log part by part', () => {
  it('finds what checking its table finds, wherever it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(logOf(recordLine), blockSize, async (log, size) => {
        assert.deepEqual(await byParts(log, size, options), byTable(log, options));
      }),
      { seed: 101, numRuns: 200 },
    );
  });

  it('finds the same where columns are declared', async () => {
    // The same text under other columns is the same line, but not to the table the same record.
    const levels: Levels = rule => (rule.code === 'duplicate-record' ? 'off' : rule.severity);
    const within = { ...options, levels };
    const lines = fc.oneof({ weight: 2, arbitrary: recordLine }, declaredLine);
    await fc.assert(
      fc.asyncProperty(logOf(lines), blockSize, async (log, size) => {
        assert.deepEqual(await byParts(log, size, within), byTable(log, within));
      }),
      { seed: 102, numRuns: 200 },
    );
  });

  it('finds the same with the compiled scan, also where a chunk is too large for it', async () => {
    for (const kernel of [newKernel(), newKernel(600), newWideKernel(), newWideKernel(600)]) {
      const compiled = { ...options, kernel };
      await fc.assert(
        fc.asyncProperty(logOf(recordLine), blockSize, async (log, size) => {
          assert.deepEqual(await byParts(log, size, compiled), byTable(log, options));
        }),
        { seed: 103, numRuns: 150 },
      );
    }
  });

  it('keeps the bytes together, whatever the size of blocks and chunks', async () => {
    const sizes = fc.integer({ min: 1, max: 4000 });
    await fc.assert(
      fc.asyncProperty(logOf(recordLine), sizes, sizes, async (log, blockSize, chunkSize) => {
        const scan = { layouts: new LayoutSet(), latest: LATEST };
        const read: Uint8Array[] = [];
        for await (const chunk of readChunks(blocksOf(log, blockSize), -1, scan, chunkSize)) {
          read.push(chunk.bytes);
        }
        assert.equal(Buffer.concat(read).toString(), log);
      }),
      { seed: 104, numRuns: 300 },
    );
  });
});

async function byParts(log: string, size: number, options: CheckOptions): Promise<Problem[]> {
  const problems: Problem[] = [];
  for await (const part of checkLog(blocksOf(log, size), options)) problems.push(...part.problems);
  return problems.sort(byPlaceAndCode);
}

function byTable(log: string, options: CheckOptions): Problem[] {
  const table = readTable(new TextEncoder().encode(log), LATEST);
  const { problems } = runToEnd(new TableChecker(options).check(table));
  return [...problems].sort(byPlaceAndCode);
}

function byPlaceAndCode(a: Problem, b: Problem): number {
  return a.line - b.line || a.start - b.start || a.code.localeCompare(b.code);
}

/** The log in blocks of whole lines of about `size` bytes, read in pieces of a few bytes. */
function blocksOf(log: string, size: number): AsyncIterable<Block> {
  const bytes = new TextEncoder().encode(log);
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += 37) {
      await Promise.resolve();
      yield bytes.subarray(at, at + 37);
    }
  }
  return wholeLines(pieces(), size);
}
