/**
 * editorMain FILE EDITS: the milliseconds that reading, checking and editing FILE as an open
 * document take inside the server, without the protocol, as JSON. A thread has been prepared, as for
 * any large log that an editor shows. The document is opened after some others, and the edits follow
 * as many others, as those of a person do who has been at work for a while.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { summaryOptions } from '../../server/src/core/summary/options';
import type { PieceReading } from '../../server/src/core/table/pieces';
import { prepareThread } from '../../server/src/node/files/prepareThread';
import { helpReading } from '../../server/src/node/pieces/helpReading';
import { OpenDocument } from '../../server/src/openDocument';
import { DEFAULT_SETTINGS } from '../../server/src/settings';

const [file = '', edits = '200'] = process.argv.slice(2);

/**
 * Documents that are opened first at least, and for so long, as with files (residentMain.ts), in
 * milliseconds: a third one still compiles what the fourth uses.
 */
const WARM_RUNS = 4;
const WARM_TIME = 1000;

const workerScript = join(__dirname, '..', '..', 'dist', 'worker.mjs');
const helper = (reading: PieceReading) => helpReading(workerScript, reading);

async function main(): Promise<void> {
  const latest = 4_000_000_000;
  await prepareThread(file, summaryOptions({ top: 10 }), { latest, workerScript });
  // Only what comes from UTF-8 has the shape of an editor's text.
  const text = readFileSync(file, 'utf8');
  const { milliseconds: first } = await openAndCheck(text);
  const { document } = await openAndCheck(text);
  const keys: number[] = [];
  for (let edit = 0; edit < 2 * Number(edits); edit++) {
    const line = (edit * 245_489) % Math.max(1, document.table.lines - 1);
    const place = { line, character: 20 };
    const begin = performance.now();
    document.update([{ range: { start: place, end: place }, text: '7' }], edit + 2);
    await document.check();
    keys.push(performance.now() - begin);
  }
  const end = performance.now() + WARM_TIME;
  for (let run = 2; run < WARM_RUNS || performance.now() < end; run++) await openAndCheck(text);
  const { milliseconds: open } = await openAndCheck(text);
  console.log(JSON.stringify({ first, open, keys: keys.slice(Number(edits)) }));
}

async function openAndCheck(text: string) {
  const begin = performance.now();
  const document = new OpenDocument('file:///bench.flowlog', 1, text, DEFAULT_SETTINGS, helper);
  await document.check();
  return { document, milliseconds: performance.now() - begin };
}

void main();
