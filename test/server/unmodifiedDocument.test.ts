import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  SUMMARY_PROGRESS,
  SUMMARY_REQUEST,
  type SummaryProgress,
  type SummaryResult,
} from '../../server/src/core/summaryRequests';
import { LanguageServer } from '../support/languageServer';

const record = (port: number, bytes = 4000) =>
  `2 1300000001 eni-a1b2c3d4 192.0.2.${port % 250} 10.0.1.5 ${port} 443 6 20 ${bytes} 1700000000 1700000060 ACCEPT OK\n`;
/** Some 22 MB: worth several threads. */
const RECORDS = 220_000;
const text = Array.from({ length: RECORDS }, (_, i) => record(1024 + (i % 60_000), 4000 + i)).join(
  '',
);

describe('A large open document whose file holds the same text', function () {
  this.timeout(60_000);
  let folder: string;
  let server: LanguageServer;
  let uri: string;
  let path: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'flowlog-unmodified-'));
    path = join(folder, 'export.log');
    uri = pathToFileURL(path).href;
    server = await LanguageServer.start();
  });
  afterEach(() => server.close(uri));
  after(async () => {
    assert.equal(await server.stop(), 0);
    assert.deepEqual(server.errors, []);
    await rm(folder, { recursive: true });
  });

  /** The summary, and whether the file was read for it: only then there are steps to tell of. */
  async function summarise() {
    let isRead = false;
    const listener = server.connection.onNotification(SUMMARY_PROGRESS, (told: SummaryProgress) => {
      isRead ||= told.bytes > 0;
    });
    const params = { uris: [uri], top: 10, by: 'bytes' };
    const result: SummaryResult = await server.connection.sendRequest(SUMMARY_REQUEST, params);
    listener.dispose();
    return { ...result, isRead };
  }

  it('is summarised by the file, to the same figures', async () => {
    await writeFile(path, text);
    await server.open(text, uri);
    const byFile = await summarise();
    await writeFile(path, 'another text');
    const byText = await summarise();
    assert.deepEqual([byFile.isRead, byText.isRead], [true, false]);
    assert.deepEqual([byFile.of, byFile.notes], ['document', []]);
    assert.equal(byFile.summary.totals.records, RECORDS);
    assert.deepEqual(byFile.summary, byText.summary);
  });

  it('is summarised by the file behind a byte order mark', async () => {
    await writeFile(path, `\ufeff${text}`);
    await server.open(text, uri);
    const { isRead, summary } = await summarise();
    assert.deepEqual([isRead, summary.totals.records], [true, RECORDS]);
  });

  for (const [what, inFile] of [
    ['has another byte', `${text.slice(0, -3)}NO${text.slice(-1)}`],
    ['is longer', `${text}${record(1)}`],
    ['is shorter', text.slice(0, -200)],
    ['is longer by the length of a mark', `${text}# \n`],
  ] as const) {
    it(`is summarised by its text where the file ${what}`, async () => {
      await writeFile(path, inFile);
      await server.open(text, uri);
      const { isRead, summary } = await summarise();
      assert.deepEqual([isRead, summary.totals.records], [false, RECORDS]);
    });
  }

  it('is summarised by its text with unsaved edits, and by the file without them again', async () => {
    await writeFile(path, text);
    await server.open(text, uri);
    const start = { line: 0, character: 0 };
    await server.change(uri, { range: { start, end: start }, text: record(7) });
    const edited = await summarise();
    assert.deepEqual([edited.isRead, edited.summary.totals.records], [false, RECORDS + 1]);
    await server.change(uri, { range: { start, end: { line: 1, character: 0 } }, text: '' });
    const undone = await summarise();
    assert.deepEqual([undone.isRead, undone.summary.totals.records], [true, RECORDS]);
  });

  it('is summarised by its text where there is no file', async () => {
    await rm(path);
    await server.open(text, uri);
    const { isRead, summary } = await summarise();
    assert.deepEqual([isRead, summary.totals.records], [false, RECORDS]);
  });
});
