import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { CancellationTokenSource, LSPErrorCodes } from 'vscode-languageserver-protocol/node';
import type { RecordFilter } from '../../server/src/core/filter/recordFilter';
import {
  LINES_REQUEST,
  PREPARE_SUMMARY,
  SUMMARY_PROGRESS,
  SUMMARY_REQUEST,
  type LinesResult,
  type SummaryParams,
  type SummaryProgress,
  type SummaryResult,
} from '../../server/src/core/summaryRequests';
import type { Finding } from '../../server/src/core/summary/summary';
import { LanguageServer } from '../support/languageServer';
import { midway } from '../support/midway';
import { refusedReply } from './reachability/logs';

const record = (source: string, action = 'ACCEPT', start = 1_700_000_000) =>
  `2 1300000001 eni-a1b2c3d4 ${source} 10.0.1.5 50000 443 6 20 4000 ${start} ${start + 60} ${action} OK`;
const log = [
  record('192.0.2.10'),
  record('192.0.2.11', 'REJECT', 1_700_000_060),
  record('198.51.100.7', 'ACCEPT', 1_700_000_120),
  record('192.0.2.10', 'ACCEPT', 1_700_000_180),
].join('\n');

describe('A summary that an editor asks for', function () {
  this.timeout(60_000);
  let folder: string;
  let server: LanguageServer;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'flowlog-summary-'));
    server = await LanguageServer.start();
  });

  after(async () => {
    assert.equal(await server.stop(), 0);
    assert.deepEqual(server.errors, []);
    await rm(folder, { recursive: true });
  });

  const write = async (name: string, text: string) => {
    const path = join(folder, name);
    await writeFile(path, text);
    return path;
  };
  const writeLog = async (name: string, text: string) =>
    pathToFileURL(await write(name, text)).href;
  const ask = (
    uri: string,
    part: Partial<SummaryParams> = {},
    token = new CancellationTokenSource().token,
  ): Promise<SummaryResult> =>
    server.connection.sendRequest(
      SUMMARY_REQUEST,
      { uris: [uri], top: 10, by: 'bytes', ...part },
      token,
    );
  const lines = (uri: string, filter: RecordFilter, from = 0, most = 10): Promise<LinesResult> =>
    server.connection.sendRequest(LINES_REQUEST, { uri, filter, from, most });

  it('counts the text in the editor, with its unsaved edits', async () => {
    const uri = await server.open(log, await writeLog('open.log', record('192.0.2.10')));
    const { summary, of, notes } = await ask(uri);
    assert.deepEqual([of, notes, summary.totals.records], ['document', [], 4]);
    assert.deepEqual(
      summary.topSources.rows.map(({ key, records, line }) => [key, records, line]),
      [
        ['192.0.2.10', 2, 0],
        ['192.0.2.11', 1, 1],
        ['198.51.100.7', 1, 2],
      ],
    );
    const start = { line: 0, character: 0 };
    await server.change(uri, { range: { start, end: start }, text: `${record('192.0.2.12')}\n` });
    assert.equal((await ask(uri)).summary.totals.records, 5);
    await server.close(uri);
    assert.deepEqual([(await ask(uri)).of, (await ask(uri)).summary.totals.records], ['file', 1]);
  });

  it('has the same figures for a file as for its text', async () => {
    const uri = await writeLog('same.log', log);
    const byPath = await ask(uri, { series: true });
    await server.open(log, uri);
    const open = await ask(uri);
    await server.close(uri);
    assert.deepEqual({ ...byPath.summary, findings: [] }, { ...open.summary, findings: [] });
    assert.equal(open.summary.series.filter(({ of }) => of === 'source').length, 3);
    assert.deepEqual((await ask(uri)).summary.series, []);
  });

  it('counts only what a filter lets through', async () => {
    const uri = await writeLog('filter.log', log);
    const filter = { time: { from: 1_700_000_060, to: 1_700_000_180 } };
    for (const open of [false, true]) {
      if (open) await server.open(log, uri);
      const { summary } = await ask(uri, { filter });
      assert.equal(summary.totals.records, 2);
      assert.deepEqual(summary.topSources.rows.map(({ key }) => key).sort(), [
        '192.0.2.11',
        '198.51.100.7',
      ]);
    }
    await server.close(uri);
  });

  it('leads to the lines of a filter, some at a time', async () => {
    const uri = await writeLog('lines.log', `\n${log}`);
    const filter = { source: '192.0.2.10' };
    for (const open of [false, true]) {
      if (open) await server.open(`\n${log}`, uri);
      assert.deepEqual(await lines(uri, filter), { lines: [1, 4], more: false });
      assert.deepEqual(await lines(uri, filter, 0, 1), { lines: [1], more: true });
      assert.deepEqual(await lines(uri, filter, 2), { lines: [4], more: false });
      assert.deepEqual(await lines(uri, { source: '203.0.113.1' }), { lines: [], more: false });
    }
    await server.close(uri);
  });

  it('leads from a rule to the lines on which it reports, and from all faults to all', async () => {
    const faulty = [
      record('192.0.2.10').replace('OK', 'ok'),
      record('192.0.2.300'),
      'no record at all',
      record('192.0.2.11'),
      record('192.0.2.400', 'ACCEPT', 1_700_000_600),
      record('192.0.2.12').replace('OK', 'ok'),
    ].join('\n');
    const uri = await writeLog('faults.log', faulty);
    for (const open of [false, true]) {
      if (open) await server.open(faulty, uri);
      const { summary } = await ask(uri);
      const ruleOf = (word: string) =>
        summary.faultsByRule.find(({ key }) => key.includes(word))!.key;
      const of = async (fault: true | string, part: RecordFilter = {}) =>
        (await lines(uri, { ...part, fault })).lines;
      assert.deepEqual(await of(ruleOf('address')), [1, 4]);
      assert.deepEqual(await of(ruleOf('not-a-record')), [2]);
      assert.deepEqual(await of('value-case'), [0, 5]);
      const from = 1_700_000_000;
      const time = { from, to: from + 300 };
      assert.deepEqual(await of(ruleOf('address'), { time }), [1]);
      const some = await of(true);
      assert.equal(summary.totals.faults > 0 && some.includes(1) && some.includes(4), true);
      assert.equal(some.includes(3), false);
      assert.deepEqual(await lines(uri, { fault: 'value-case' }, 1, 10), {
        lines: [5],
        more: false,
      });
      assert.deepEqual((await lines(uri, { fault: 'value-case' }, 0, 1)).more, true);
    }
    await server.close(uri);
  });

  it('leads from repeated records to all of them, however many there are', async () => {
    const uri = await server.open(`${record('192.0.2.10')}\n`.repeat(2500));
    const { summary } = await ask(uri);
    const { count } = summary.faultsByRule.find(({ key }) => key === 'duplicate-record')!;
    assert.equal(count, 2499);
    const found = await lines(uri, { fault: 'duplicate-record' }, 0, 5000);
    assert.equal(found.lines.length, count);
    assert.deepEqual([found.lines[0], found.lines.at(-1)], [1, 2499]);
    await server.close(uri);
  });

  it('reads the columns that the settings declare, also for lines', async () => {
    const uri = await writeLog(
      'columns.log',
      '10.0.0.1 10.0.0.2 70 ACCEPT OK\n10.0.0.3 10.0.0.2 1 REJECT OK\n',
    );
    await server.configure({ columns: ['srcaddr', 'dstaddr', 'bytes', 'action', 'log-status'] });
    assert.equal((await ask(uri)).summary.totals.bytes, 71);
    assert.deepEqual(await lines(uri, { action: 'REJECT' }), { lines: [1], more: false });
    await server.configure({});
  });

  it('counts reachability stories by code, all or those of a time', async () => {
    const uri = await server.open(refusedReply);
    const { summary, storiesLeftOut } = await ask(uri);
    const stories = summary.findings.filter(({ rule }) => rule === 'reachability');
    assert.equal(storiesLeftOut, null);
    assert.ok(
      stories.some(({ title }) => title === 'reply-rejected-by-acl'),
      JSON.stringify(stories),
    );
    for (const { measured, lines: found } of stories) {
      assert.ok(measured > 0 && found.length > 0);
      for (const line of found) assert.ok(line < refusedReply.split('\n').length);
    }
    const before = { time: { from: 1, to: 2 } };
    assert.deepEqual((await ask(uri, { filter: before })).summary.findings, []);
    await server.close(uri);
  });

  it('says that the stories of a file were not counted', async () => {
    const { storiesLeftOut, summary } = await ask(await writeLog('stories.log', refusedReply));
    assert.match(storiesLeftOut ?? '', /not counted/);
    assert.ok(summary.findings.every(({ rule }) => rule !== 'reachability'));
  });

  it('knows the lists and the thresholds of the settings', async () => {
    const groups = await write('groups.txt', '192.0.2.0/24 office # the door\n10.0.0.0/8 cloud\n');
    const threats = await write('threats.txt', '198.51.100.0/24 bad neighbours\n');
    const thresholds = { interfaceShare: 0.9, leastInterfaces: 1 };
    await server.configure({ summary: { groups, threats, thresholds } });
    const uri = await writeLog('lists.log', log);
    for (const open of [false, true]) {
      if (open) await server.open(log, uri);
      const { summary, notes } = await ask(uri);
      assert.deepEqual(notes, []);
      assert.deepEqual(
        summary.groups.map(({ key, asSource, asDestination }) => [
          key,
          asSource.records,
          asDestination.records,
        ]),
        [
          ['cloud', 0, 4],
          ['office', 3, 0],
        ],
      );
      const rules = summary.findings
        .map(({ rule }) => rule)
        .filter(rule => rule !== 'reachability');
      assert.deepEqual(rules, ['known-threat', 'outsized-interface', 'outsized-interface']);
      assert.deepEqual((await lines(uri, { threat: 'bad neighbours' })).lines, [2]);
      assert.deepEqual((await lines(uri, { group: 'office' })).lines, [0, 1, 3]);
    }
    await server.close(uri);
    await server.configure({});
  });

  it('says which list it does not use, and where it is wrong', async () => {
    const threats = await write('wrong.txt', '10.0.0.0/8 ours\n  10.0.0.300 nobody\n');
    const groups = join(folder, 'missing.txt');
    await server.configure({ summary: { groups, threats } });
    const { summary, notes } = await ask(await writeLog('unlisted.log', log));
    assert.deepEqual(notes, [
      `The list ${groups} (flowlog.summary.groups) is not used: there is no such file.`,
      `The list ${threats} (flowlog.summary.threats) is not used: line 2, column 3 is not an address or a block such as 10.0.0.0/8.`,
    ]);
    assert.deepEqual([summary.groups, summary.findings], [[], []]);
    await server.configure({});
  });

  it('tells how far it is, and stops when it is cancelled', async () => {
    const block = log.concat('\n').repeat(200_000);
    const { first, uri, records } = await midway(async times => {
      const uri = await writeLog('long.log', block.repeat(times));
      let first: SummaryProgress | undefined;
      const source = new CancellationTokenSource();
      const listener = server.connection.onNotification(SUMMARY_PROGRESS, told => {
        first ??= told as SummaryProgress;
        source.cancel();
      });
      const ended = await ask(uri, {}, source.token).then(
        () => true,
        () => false,
      );
      listener.dispose();
      return ended ? 'late' : { first, uri, records: 800_000 * times };
    });
    assert.ok(first?.uris[0] === uri && first.bytes < first.of && first.records < records);
    assert.equal((await ask(uri)).summary.totals.records, records);
  });

  it('shows the records of a long text before its stories are counted', async () => {
    const ports = Array.from({ length: 40_000 }, (_, i) => 1024 + i);
    const text = ports.map(port => record('192.0.2.10', 'REJECT', 1_700_000_000 + port)).join('\n');
    const uri = await server.open(text, await writeLog('stories.log', ''));
    const told: SummaryProgress[] = [];
    const listener = server.connection.onNotification(SUMMARY_PROGRESS, progress => {
      told.push(progress as SummaryProgress);
    });
    const asked = await ask(uri);
    const early = told.at(-1)?.picture;
    assert.deepEqual(
      [early?.partial, early?.of, early?.storiesLeftOut],
      [false, 'document', 'They have not been counted yet.'],
    );
    const isStory = ({ rule }: Finding) => rule === 'reachability';
    assert.ok(asked.summary.findings.some(isStory));
    assert.equal(asked.storiesLeftOut, null);
    const findings = asked.summary.findings.filter(finding => !isStory(finding));
    assert.deepEqual(early?.summary, { ...asked.summary, findings });
    // Now the stories are known, and there is nothing to wait for.
    told.length = 0;
    assert.deepEqual(await ask(uri), asked);
    assert.deepEqual(told, []);
    listener.dispose();
  });

  it('is of the whole file when the server was to be prepared for it, and for files that are not there', async () => {
    const prepare = (uri: string) => server.connection.sendNotification(PREPARE_SUMMARY, { uri });
    const uri = await writeLog('prepared.log', `${record('192.0.2.10')}\n`.repeat(20_000));
    await prepare('untitled:export.log');
    await prepare(pathToFileURL(join(folder, 'missing.log')).href);
    await prepare(uri);
    assert.equal((await ask(uri)).summary.totals.records, 20_000);
  });

  const unreadable: Record<string, [string | Buffer, RegExp]> = {
    'packed.log.gz': [
      gzipSync(log),
      /^packed\.log\.gz is compressed with gzip; unpack it first\.$/,
    ],
    'wide.log': [
      Buffer.from(`\ufeff${log}`, 'utf16le'),
      /^wide\.log is text in UTF-16; save it in UTF-8 first\.$/,
    ],
    'noise.log': [Buffer.alloc(4096), /^noise\.log holds binary data, no text\.$/],
  };
  for (const [name, [bytes, message]] of Object.entries(unreadable)) {
    it(`is refused for what is no text, with the reason: ${name}`, async () => {
      await writeFile(join(folder, name), bytes);
      const uri = pathToFileURL(join(folder, name)).href;
      const code = LSPErrorCodes.RequestFailed;
      await assert.rejects(ask(uri), { code, message });
      const { notes } = await ask(uri, { uris: [uri, await writeLog('beside.log', log)] });
      assert.equal(notes.length, 1);
      assert.match(notes[0]!, new RegExp(`${message.source.replace(/\$$/, '')}.*left out`));
    });
  }

  it('does not wait for a pipe that nobody writes to', async function () {
    if (process.platform === 'win32') return this.skip();
    execFileSync('mkfifo', [join(folder, 'pipe.log')]);
    await assert.rejects(
      ask(pathToFileURL(join(folder, 'pipe.log')).href),
      /pipe\.log is no regular file, but a pipe or a device\./,
    );
  });

  it('counts a log that was chosen twice once, and says so', async () => {
    const uri = await writeLog('twice.log', log);
    const { summary, notes } = await ask(uri, { uris: [uri, uri] });
    assert.equal(summary.totals.records, 4);
    assert.deepEqual(notes, ['twice.log was chosen more than once, and is counted once.']);
  });

  it('fails for a file that is not there, with its reason', async () => {
    const uri = await writeLog('gone.log', log);
    assert.equal((await ask(uri)).summary.totals.records, 4);
    await rm(join(folder, 'gone.log'));
    await assert.rejects(ask(uri), /no such file|ENOENT/i);
  });
});
