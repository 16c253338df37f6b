import assert from 'node:assert/strict';
import { join } from 'node:path';
import { code } from '../../cli/src/commands/summaryMarkdown';
import { newProgress } from '../../cli/src/commands/summaryProgress';
import { exportLines } from '../core/summary/support/exportLog';
import { summaryOf } from '../core/summary/support/fold';
import { figuresOf } from '../core/summary/support/assertAsNaive';
import type { Row } from '../../server/src/core/summary/summary';
import { flowlog, folderWith, shell } from './flowlog';

const record = (
  source: string,
  more = '10.0.0.2 40000 443 6 4 400 1655104384 1655104390 ACCEPT OK',
) => `2 1251762227 eni-aaaaaaa1 ${source} ${more}`;
const refused = (source: string) =>
  record(source, '10.0.0.2 40000 22 6 1 60 1655104384 1655104390 REJECT OK');

interface Entry {
  readonly key: string;
  readonly records: number;
  readonly packets: number;
  readonly bytes: number;
  readonly line: number;
  readonly file?: string;
}

interface JsonSummary {
  readonly [list: string]: unknown;
  readonly files: readonly string[];
  readonly approximate: readonly object[];
  readonly findings: readonly object[];
  readonly timeline: { readonly width: number; readonly buckets: readonly object[] };
}

async function summarise(args: readonly string[], options?: Parameters<typeof flowlog>[1]) {
  const { code, stdout, stderr } = await flowlog(['summary', ...args, '--format', 'json'], options);
  assert.deepEqual([code, stderr], [0, '']);
  return JSON.parse(stdout) as JsonSummary;
}

const entries = (summary: JsonSummary, list: string) => summary[list] as Entry[];

describe('flowlog summary', function () {
  this.timeout(60_000);
  const log = [
    record('203.0.113.1'),
    refused('203.0.113.2'),
    refused('203.0.113.2'),
    record('bad'),
  ];
  const nodata = '2 1251762227 eni-aaaaaaa2 - - - - - - - 1655104384 1655104444 - NODATA';
  const folder = folderWith({
    'one.log': `${log.join('\n')}\n`,
    'two.log': `# a comment\n${nodata}\n${record('203.0.113.1')}`,
    'empty.log': '',
    'no-action.log':
      'start end srcaddr dstaddr bytes\n1655104384 1655104390 10.0.0.1 10.0.0.2 400\n',
    'hostile.log': `interface-id:\u001b[31m|\`<b>\u202e srcaddr:203.0.113.1 dstaddr:10.0.0.2 packets:1 bytes:40 start:1655104384 end:1655104390 action:ACCEPT log-status:OK protocol:6 srcport:40000 dstport:443 account-id:1251762227 version:2\n`,
    'groups.txt': '203.0.113.0/24 outside\n10.0.0.0/8 inside\n',
    'master.txt': '203.0.113.1\n',
    'a|b.log': `${log[0]}\n`,
    'threats.txt': '203.0.113.2 # seen before\n',
    'bad.txt': '10.0.0.0/8 ok\nnonsense\n',
    'packed.gz': new Uint8Array([0x1f, 0x8b, 8, 0]),
    'folder/other.log': '',
  });
  const at = (name: string) => join(folder.path, name);

  it('gives one JSON object with what is asked of it', async () => {
    const summary = await summarise([at('one.log')]);
    const { lines, records, faults, bytes, packets, start, end } = summary;
    assert.deepEqual(
      { lines, records, faults, bytes, packets, start, end },
      {
        lines: 4,
        records: 4,
        faults: 1,
        bytes: 920,
        packets: 10,
        start: 1655104384,
        end: 1655104390,
      },
    );
    const lists = [
      ...['byForm', 'byAction', 'byLogStatus', 'byProtocol', 'topSources', 'topDestinations'],
      ...['topDestinationPorts', 'topConversations', 'rejectedSources', 'rejectedPorts'],
      ...['rejectedPairs', 'interfaces'],
    ];
    for (const list of lists) {
      assert.ok(entries(summary, list).length > 0, list);
      for (const entry of entries(summary, list)) {
        const names = ['key', 'records', 'packets', 'bytes'];
        assert.deepEqual(Object.keys(entry).slice(0, 4), names, list);
        assert.ok(entry.line >= 1, list);
      }
    }
    assert.equal(summary.timeline.buckets.length, 1);
    assert.deepEqual([summary.findings, summary.approximate], [[], []]);
  });

  it('says who was refused, what and where', async () => {
    const summary = await summarise([at('one.log')]);
    const [source] = entries(summary, 'rejectedSources');
    const { key, records, packets, bytes, line } = source!;
    assert.deepEqual([key, records, packets, bytes, line], ['203.0.113.2', 2, 2, 120, 2]);
    assert.equal(entries(summary, 'rejectedPorts')[0]?.key, '22/TCP');
    assert.equal(entries(summary, 'rejectedPairs')[0]?.key, '203.0.113.2 → 10.0.0.2');
  });

  it('sums several files up as one log, and says in which file a line is', async () => {
    const summary = await summarise([at('one.log'), at('empty.log'), at('two.log')]);
    assert.deepEqual([summary['lines'], summary['records']], [7, 6]);
    const source = entries(summary, 'topSources').find(({ key }) => key === '203.0.113.1');
    assert.deepEqual([source?.records, source?.line, source?.file], [2, 1, at('one.log')]);
    const [idle] = entries(summary, 'byLogStatus').filter(({ key }) => key === 'NODATA');
    assert.deepEqual([idle?.line, idle?.file], [2, at('two.log')]);
  });

  it('reads standard input', async () => {
    const summary = await summarise(['-', at('two.log')], { stdin: `${log.join('\n')}\n` });
    assert.deepEqual([summary['lines'], summary['records'], summary['faults']], [7, 6, 1]);
  });

  it('reads a pipe that has a path', async () => {
    const command = '$FLOWLOG summary <(cat one.log) two.log --format json';
    const { code, stdout, stderr } = await shell(command, folder.path);
    assert.deepEqual([code, stderr], [0, '']);
    const { lines, records } = JSON.parse(stdout) as JsonSummary;
    assert.deepEqual([lines, records], [7, 6]);
  });

  it('counts nothing of an input that turns out to be no log', async () => {
    const stdin = `${log.join('\n')}\n`.repeat(9000) + 'x'.repeat(9 << 20);
    const args = ['summary', at('two.log'), '-', '--format', 'json'];
    const { code, stdout, stderr } = await flowlog(args, { stdin });
    assert.equal(code, 2);
    assert.match(stderr, /^flowlog: -: has a line of more than 4 MiB/);
    const { files, lines, records } = JSON.parse(stdout) as JsonSummary;
    assert.deepEqual([files.length, lines, records], [1, 3, 2]);
  });

  it('lists as many entries as asked for, in the order asked for', async () => {
    const cut = await summarise([at('one.log'), '--top', '1']);
    const [first] = entries(cut, 'topSources');
    assert.equal(first?.key, '203.0.113.1');
    const { topSources, rejectedSources, natGateways } = cut['keys'] as Record<string, number>;
    assert.deepEqual([topSources, rejectedSources, natGateways], [2, 1, 0]);
    const by = await summarise([at('one.log'), '--top', '1', '--by', 'records']);
    assert.equal(entries(by, 'topSources')[0]?.key, '203.0.113.2');
    assert.equal(entries(by, 'topSources').length, 1);
  });

  it('names what its shares are shares of, and none where nothing is known', async () => {
    const known = await flowlog(['summary', at('one.log')]);
    assert.match(known.stdout, /Denied share +50\.0 % of those with ACCEPT or REJECT\n/);
    assert.match(known.stdout, /Interface .* Rejected, of all records\n.* 50\.0 %\n/);
    const unknown = await flowlog(['summary', at('no-action.log')]);
    assert.match(unknown.stdout, /^ {2}declared columns \(5\) +1 /m);
    assert.match(unknown.stdout, /Denied share +\u2013, no record has ACCEPT or REJECT\n/);
    assert.equal((await summarise([at('no-action.log')]))['deniedShare'], null);
  });

  it('does not say that two regions recorded the same traffic', async () => {
    const record = (region: string, start: number) =>
      `2 ${region} ccn-4kd82mxq 10.40.1.8 10.20.2.21 43711 3306 6 ap-hongkong ap-guangzhou 4 900 ${start} ${start + 48} ACCEPT OK\n`;
    const stdin = record('ap-hongkong', 1750147202) + record('ap-guangzhou', 1750233602);
    const { stdout } = await flowlog(['summary', '-'], { stdin });
    assert.match(stdout, /ap-hongkong → ap-guangzhou .* source +900 /);
    assert.match(stdout, /Both regions of a CCN have records, perhaps of the same traffic/);
  });

  it('says next to averages that a few records make the span long', async () => {
    const far = record('203.0.113.1', '10.0.0.2 40000 443 6 4 400 0 60 ACCEPT OK');
    const stdin = `${`${record('203.0.113.1')}\n`.repeat(100)}${far}\n`;
    const { stdout } = await flowlog(['summary', '-'], { stdin });
    assert.equal(stdout.match(/1 record starts far from all others/g)?.length, 2);
    const { stretched } = await summarise(['-'], { stdin });
    assert.equal((stretched as { outside: number }).outside, 1);
  });

  it('writes the line of a finding as one line', async () => {
    const { stdout } = await flowlog(['summary', at('one.log'), '--threats', at('master.txt')]);
    assert.match(stdout, /known-threat: 1 record .* Line 1\.\n/);
  });

  it('names groups and known threats from files', async () => {
    const lists = ['--groups', at('groups.txt'), '--threats', at('threats.txt')];
    const summary = await summarise([at('one.log'), ...lists]);
    const keys = entries(summary, 'groups').map(({ key, records }) => [key, records]);
    assert.deepEqual(keys, [
      ['inside', 4],
      ['outside', 3],
    ]);
    assert.equal(summary.findings.length, 1);
  });

  it('tells in a few rows of any log how traffic went over time', async () => {
    const start = 1_655_104_380;
    const stdin = Array.from({ length: 200 }, (_, i) => {
      const time = start + i * 60;
      const action = i % 4 === 0 ? 'REJECT' : 'ACCEPT';
      return record('203.0.113.1', `10.0.0.2 40000 443 6 1 100 ${time} ${time + 59} ${action} OK`);
    }).join('\n');
    const { stdout } = await flowlog(['summary', '-'], { stdin });
    const [, width, table = '', note] =
      /^Over time, in steps of (.*)\n.*\n((?: {2}2022.*\n)+)(.*)\n/m.exec(stdout) ?? [];
    assert.equal(width, '300 s (5 min)');
    const rows = table.trimEnd().split('\n');
    assert.equal(rows.length, 41);
    assert.equal(rows[0], '  2022-06-13T07:10:00Z        2        2    200         1         1');
    assert.equal(rows[1], '  2022-06-13T07:15:00Z        5        5    500         4         1');
    assert.match(note ?? '', /^ {2}--format json has steps of /);
  });

  it('adds figures over time on request', async () => {
    const { series } = await summarise([at('one.log'), '--series']);
    assert.deepEqual(
      (series as { of: string; key: string }[]).map(({ of, key }) => `${of} ${key}`),
      ['source 203.0.113.2', 'source 203.0.113.1', 'protocol 6'],
    );
    const piped = await flowlog(['summary', '-', '--series'], { stdin: log.join('\n') });
    assert.equal(piped.code, 0);
    assert.match(piped.stderr, /Figures over time take a second reading; - can be read once only/);
  });

  it('writes a text without control characters', async () => {
    const { code, stdout } = await flowlog(['summary', at('hostile.log')]);
    assert.equal(code, 0);
    assert.match(stdout, /\\x1b\[31m\|`<b>\\u202e/);
    assert.doesNotMatch(stdout, /[\p{Cc}\p{Cf}](?<!\n)/u);
    assert.match(stdout, /^ {2}Records {7}1$/m);
  });

  it('writes Markdown in which nothing of the log is markup', async () => {
    const { stdout } = await flowlog(['summary', at('hostile.log'), '--format', 'markdown']);
    assert.match(stdout, /\| ``\\x1b\[31m\\\|`<b>\\u202e`` \|/);
    assert.doesNotMatch(stdout.replaceAll(/(`+)[^`](?:.*?[^`])?\1(?!`)/g, ''), /<b>/);
  });

  it('writes Markdown in which no name of a file breaks a table', async () => {
    const files = [at('a|b.log'), at('one.log')];
    const { stdout } = await flowlog(['summary', ...files, '--format', 'markdown']);
    const rows = stdout.split('\n').filter(line => line.includes('b.log:'));
    assert.ok(rows.length > 0 && rows.every(row => /\/a\\\|b\.log:1` \|$/.test(row)), rows[0]);
  });

  it('leaves out what cannot be read, and says so', async () => {
    const inputs = [at('missing.log'), at('folder'), at('packed.gz'), at('one.log')];
    const { code, stdout, stderr } = await flowlog(['summary', ...inputs, '--format', 'json']);
    assert.equal(code, 2);
    assert.equal((JSON.parse(stdout) as JsonSummary)['records'], 4);
    const [missing, directory, packed] = stderr.trim().split('\n');
    assert.match(missing!, /missing\.log: there is no such file$/);
    assert.match(directory!, /folder: is a directory/);
    assert.match(packed!, /packed\.gz: is compressed/);
  });

  it('refuses a command line that makes no sense', async () => {
    const wrong: [string[], RegExp][] = [
      [[], /name a file/],
      [['-', '-'], /only once/],
      [['x', '--top', '0'], /--top takes a number/],
      [['x', '--by', 'size'], /no order "size"/],
      [['x', '--format', 'xml'], /no format "xml"/],
      [['x', '--nothing'], /nothing/],
      [['x', '--groups', at('bad.txt')], /bad\.txt: line 2/],
      [['x', '--threats', at('missing.txt')], /no such file/],
    ];
    for (const [args, message] of wrong) {
      const { code, stdout, stderr } = await flowlog(['summary', ...args]);
      assert.deepEqual([code, stdout], [2, ''], args.join(' '));
      assert.match(stderr, message);
    }
  });

  it('explains itself', async () => {
    const { code, stdout } = await flowlog(['summary', '--help']);
    assert.equal(code, 0);
    assert.match(stdout, /Usage: flowlog summary/);
  });
});

describe('flowlog summary of a file for several threads', function () {
  this.timeout(180_000);
  const log = [...exportLines({ records: 200_000, seed: 3, remotes: 500 })].join('\n');
  const all = log.split('\n');
  const piece = (from: number, to?: number) => `${all.slice(from, to).join('\n')}\n`;
  const keyed =
    'version:2 account-id:1300000001 interface-id:eni-a1b2c3d4 srcaddr:192.0.2.10 dstaddr:10.0.1.5 ' +
    'srcport:50313 dstport:443 protocol:6 packets:20 bytes:4249 start:1700000000 end:1700000060 ' +
    'log-status:OK\n';
  const folder = folderWith({
    'large.log': log,
    'no-action.log': keyed.repeat(90_000),
    // One block and less is read in one thread with what follows it, more by several.
    ...{ 'a.log': piece(0, 900), 'b.log': piece(900, 2000), 'c.log': piece(2000, 190_000) },
    ...{ 'd.log': piece(190_000, 199_000), 'e.log': piece(199_000) },
  });

  it('is that of its pieces, small and large', async () => {
    const whole = await summarise([join(folder.path, 'large.log'), '--top', '25', '--series']);
    const files = ['a', 'b', 'c', 'd', 'e'].map(name => join(folder.path, `${name}.log`));
    const pieces = await summarise([...files, '--top', '25', '--series']);
    const figures = (summary: JsonSummary, list: string) =>
      entries(summary, list).map(({ key, records, packets, bytes }) => [
        ...[key, records, packets, bytes],
      ]);
    for (const list of ['byAction', 'topSources', 'topConversations', 'rejectedPairs']) {
      assert.deepEqual(figures(pieces, list), figures(whole, list), list);
    }
    for (const name of ['records', 'bytes', 'faultsByRule', 'series']) {
      assert.deepEqual(pieces[name], whole[name], name);
    }
    assert.deepEqual(doubtsOf(pieces), doubtsOf(whole));
    assert.deepEqual(sureKeys(pieces), sureKeys(whole));
    const begins = [0, 900, 2000, 190_000, 199_000];
    const places = (summary: JsonSummary) =>
      entries(summary, 'rejectedPairs').map(
        ({ line, file = '' }) => line + (begins[files.indexOf(file)] ?? 0),
      );
    assert.deepEqual(places(pieces), places(whole));
  });

  const doubtsOf = ({ approximate }: JsonSummary) =>
    approximate.map(doubt => (doubt as { readonly panel: string }).panel);
  /** How many there are; of more than fit it depends on which met in one thread. */
  const sureKeys = (summary: JsonSummary) => {
    const doubts = new Set(doubtsOf(summary));
    const keys = Object.entries(summary['keys'] as Record<string, number>);
    return keys.filter(([panel]) => !doubts.has(panel));
  };

  it('marks a key that all records lack once, whoever reads them', async () => {
    const { faultsByRule, records } = await summarise([join(folder.path, 'no-action.log')]);
    assert.equal(records, 90_000);
    assert.deepEqual(faultsByRule, { 'key-missing': 1 });
  });

  it('has the figures of one fold over all of it', async () => {
    const summary = await summarise([join(folder.path, 'large.log'), '--top', '25']);
    const expected = summaryOf(log, { top: 25, memory: 256 * 1024 * 1024 }, 1 << 18);
    const { lines, records, packets, bytes, start, end } = expected.totals;
    for (const [name, value] of Object.entries({ lines, records, packets, bytes, start, end })) {
      assert.equal(summary[name], value, name);
    }
    const lists: [string, readonly Row[]][] = [
      ['byAction', expected.byAction],
      ['byProtocol', expected.byProtocol],
      ['topSources', expected.topSources.rows],
      ['topDestinations', expected.topDestinations.rows],
      ['interfaces', expected.interfaces.rows],
      ['rejectedSources', expected.rejectedSources.rows],
    ];
    for (const [name, rows] of lists) {
      const found = entries(summary, name).map(entry =>
        figuresOf({ ...entry, line: entry.line - 1, filter: {} }),
      );
      assert.deepEqual(found, rows.slice(0, 25).map(figuresOf), name);
    }
  });
});

describe('The progress of a summary', () => {
  const reached = { bytes: 1024 ** 2, of: 4 * 1024 ** 2, records: 12_345 };

  it('is one line on a terminal, and gone in the end', () => {
    const written: string[] = [];
    const write = (text: string) => written.push(text) > 0;
    const { show, clear } = newProgress({ isTTY: true, write });
    show(reached);
    show(reached);
    clear();
    assert.deepEqual(written, ['\r\u001b[K25 %, 1 MiB of 4 MiB, 12,345 records', '\r\u001b[K']);
  });

  it('is nothing anywhere else', () => {
    const write = () => assert.fail('wrote something');
    const { show, clear } = newProgress({ isTTY: false, write });
    show(reached);
    clear();
  });
});

describe('Markdown code', () => {
  it('holds any text as it is', () => {
    assert.equal(code('10.0.0.1'), '`10.0.0.1`');
    assert.equal(code('a`b'), '``a`b``');
    assert.equal(code('`'), '`` ` ``');
    assert.equal(code('a|b'), '`a\\|b`');
  });
});
