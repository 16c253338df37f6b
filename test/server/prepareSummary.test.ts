import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  PREPARE_SUMMARY,
  SUMMARY_REQUEST,
  type SummaryResult,
} from '../../server/src/core/summaryRequests';
import { LanguageServer } from '../support/languageServer';

const RECORD =
  '2 1300000001 eni-a1b2c3d4 192.0.2.10 10.0.1.5 50000 443 6 20 4000 1700000000 1700000060 ACCEPT OK\n';

describe('A server that hears that a file may be summarised', function () {
  this.timeout(60_000);
  let folder: string;
  let server: LanguageServer;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'flowlog-prepare-'));
    server = await LanguageServer.start();
  });

  after(async () => {
    assert.equal(await server.stop(), 0);
    assert.deepEqual(server.errors, []);
    await rm(folder, { recursive: true });
  });

  const prepare = (uri: string) => server.connection.sendNotification(PREPARE_SUMMARY, { uri });
  const ask = (uri: string): Promise<SummaryResult> =>
    server.connection.sendRequest(SUMMARY_REQUEST, { uris: [uri], top: 10, by: 'bytes' });

  it('summarises all of it when it is asked, and goes on where there is no such file', async () => {
    const path = join(folder, 'export.log');
    await writeFile(path, RECORD.repeat(20_000));
    const uri = pathToFileURL(path).href;
    await prepare('untitled:export.log');
    await prepare(pathToFileURL(join(folder, 'missing.log')).href);
    await prepare(uri);
    const { summary } = await ask(uri);
    assert.equal(summary.totals.records, 20_000);
    await prepare(uri);
    assert.equal((await ask(uri)).summary.totals.records, 20_000);
  });
});
