import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { summaryOptions } from '../../../server/src/core/summary/options';
import { FlowDocument } from '../../../server/src/core/table/flowDocument';
import { DOCUMENT_CHUNK, readTable } from '../../../server/src/core/table/flowTable';
import type { GivenPieces, Piece } from '../../../server/src/core/table/pieces';
import { prepareThread } from '../../../server/src/node/files/prepareThread';
import { ThreadPool } from '../../../server/src/node/files/threadPool';
import { helpReading } from '../../../server/src/node/pieces/helpReading';
import { PieceSlots, SLOTS, STATE } from '../../../server/src/node/pieces/pieceSlots';
import { readPieces } from '../../../server/src/node/pieces/readPieces';
import { SharedPieces } from '../../../server/src/node/pieces/sharedPieces';
import { exportLines } from '../../core/summary/support/exportLog';
import { LATEST, reportOf } from '../../support/checkLog';
import { newDocumentKernel } from '../../support/compiledKernel';
import { rowsOf } from '../../support/tableRows';

const worker = join(__dirname, '..', '..', '..', 'dist', 'worker.mjs');
const reading = { columns: [], latest: LATEST };
const RECORD =
  '2 1300000001 eni-a1b2c3d4 192.0.2.10 10.0.1.5 50000 443 6 20 4000 1700000000 1700000060 ACCEPT OK\n';
const piece = (from: number, text = RECORD): Piece => ({ from, text, isLast: false });

describe('A thread that reads pieces of a document', function () {
  this.timeout(60_000);
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'flowlog-pieces-'));
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  /** Threads of their own. */
  function newThreads(name: string) {
    const script = join(folder, `${name}.mjs`);
    writeFileSync(script, `import ${JSON.stringify(pathToFileURL(worker).href)};\n`);
    return { script, pool: ThreadPool.of(script) };
  }

  const text = [...exportLines({ records: 40_000, seed: 3, faulty: 300 })].join('\n');

  it('makes of it what it is without', async () => {
    const { script, pool } = newThreads('together');
    const log = join(folder, 'export.log');
    writeFileSync(log, text);
    await prepareThread(log, summaryOptions({ top: 10 }), { workerScript: script, latest: LATEST });
    const kernel = newDocumentKernel(4 * DOCUMENT_CHUNK);
    let answers = 0;
    const helper = () => {
      const pieces = helpReading(script, reading);
      return pieces && counted(pieces, () => answers++);
    };
    const alone = readTable(new TextEncoder().encode(text), LATEST);
    const [rows, report] = [rowsOf(alone), reportOf(alone)];
    // A busy machine may give the thread no time before all has been read here.
    for (let tries = 0; tries < 20 && answers === 0; tries++) {
      while (!pool.hasIdle) await new Promise(setImmediate);
      const { table } = new FlowDocument(text, LATEST, { kernel, helper });
      assert.deepEqual(rowsOf(table), rows);
      assert.deepEqual(reportOf(table), report);
    }
    assert.ok(answers > 0);
  });

  it('is not started for that', () => {
    const { script, pool } = newThreads('none');
    assert.equal(helpReading(script, reading), undefined);
    assert.ok(pool.isUnused);
  });

  it('does other work as soon as no more pieces come', async () => {
    const { pool } = newThreads('after');
    const slots = new PieceSlots();
    const pieces = new SharedPieces(slots);
    const done = pool.run({ kind: 'pieces', memory: slots.memory, reading });
    for (let from = 0; from < SLOTS; from++) assert.equal(pieces.give(piece(from)), 'given');
    assert.equal(pieces.give(piece(SLOTS)), 'later');
    while (slots.stateOf(SLOTS - 1) !== STATE.answered) await new Promise(setImmediate);
    pieces.end();
    assert.deepEqual(await done, { pieces: SLOTS });
    assert.ok(pool.hasIdle);
  });
});

describe('Pieces in shared memory', () => {
  const kernel = newDocumentKernel(DOCUMENT_CHUNK);

  it('are given as long as there is room, and answered in turn', () => {
    const slots = new PieceSlots();
    const pieces = new SharedPieces(slots);
    for (let from = 0; from < SLOTS; from++) assert.equal(pieces.give(piece(from)), 'given');
    assert.equal(pieces.give(piece(SLOTS)), 'later');
    pieces.end();
    assert.equal(readPieces(slots, reading, kernel), SLOTS);
    assert.equal(pieces.give(piece(SLOTS)), 'given');
    for (let from = 0; from < SLOTS; from++) {
      const [lines, records, suspects] = pieces.answerTo(from) ?? [];
      assert.deepEqual({ lines, records, suspects }, { lines: 1, records: 1, suspects: 0 });
    }
  });

  it('are left to who gave them when nobody has begun to read them', () => {
    const slots = new PieceSlots();
    const pieces = new SharedPieces(slots);
    pieces.give(piece(7));
    assert.equal(pieces.answerTo(7), undefined);
    pieces.end();
    assert.equal(readPieces(slots, reading, kernel), 0);
  });

  it('are given up when their reader has ended in the middle', () => {
    const slots = new PieceSlots();
    const pieces = new SharedPieces(slots);
    pieces.give(piece(7));
    assert.ok(slots.putFrom(0, STATE.given, STATE.taken));
    assert.equal(pieces.answerTo(7), undefined);
  });

  it('are refused when they are not plain ASCII, or too long', () => {
    const pieces = new SharedPieces(new PieceSlots());
    assert.equal(pieces.give(piece(0, '# é\n')), 'never');
    assert.equal(pieces.give(piece(0, 'x'.repeat(DOCUMENT_CHUNK + 1))), 'never');
    assert.equal(pieces.give(piece(0, 'x'.repeat(DOCUMENT_CHUNK))), 'given');
  });

  it('are left when their reader hears nothing for a while', () => {
    assert.equal(readPieces(new PieceSlots(), reading, kernel), 0);
  });
});

/** Pieces that tell of each that is answered. */
function counted(pieces: GivenPieces, onAnswer: () => void): GivenPieces {
  return {
    give: one => pieces.give(one),
    answerTo: from => {
      const words = pieces.answerTo(from);
      if (words && words.length > 0) onAnswer();
      return words;
    },
    end: () => pieces.end(),
  };
}
