import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULES } from '../../server/src/core/rules';
import { flowlog, problemsIn } from './flowlog';
import { faulty, record } from './records';

const manifest = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')) as {
  version: string;
};

describe('The command line of flowlog', () => {
  it('tells its version', async () => {
    const { code, stdout } = await flowlog(['--version']);
    assert.deepEqual({ code, stdout }, { code: 0, stdout: `${manifest.version}\n` });
  });

  it('tells its commands', async () => {
    const { code, stdout } = await flowlog(['--help']);
    assert.match(stdout, /^ {2}check +say what is wrong/m);
    assert.equal(code, 0);
  });

  it('tells the options, exit codes and rules of a command', async () => {
    const { code, stdout } = await flowlog(['check', '--help']);
    for (const word of ['--format', '--rule', '--columns', '--quiet', 'Exit code']) {
      assert.ok(stdout.includes(word), word);
    }
    for (const rule of RULES) assert.ok(stdout.includes(`  ${rule.code} `), rule.code);
    assert.ok(stdout.split('\n').every(line => line.length <= 120));
    assert.equal(code, 0);
  });

  it('tells about a command as that does itself', async () => {
    const [asked, own] = [await flowlog(['help', 'summary']), await flowlog(['summary', '--help'])];
    assert.deepEqual(asked, own);
  });

  const mistakes: [args: string[], sentence: RegExp][] = [
    [[], /^Reads VPC flow logs\.\n\nUsage: flowlog COMMAND/],
    [['chek'], /^flowlog: there is no command "chek"\. There is: check, explain, summary\./],
    [['--verbose'], /^flowlog: there is no option "--verbose" before a command\./],
    [['check'], /^flowlog: name a file, or - for standard input\. See "flowlog check --help"\./],
    [['check', '-', '-'], /^flowlog: standard input \(-\) can be read only once\./],
    [['check', '--colour', 'x.log'], /^flowlog: unknown option '--colour'\./],
    [
      ['summary', '--top', '-1', 'x.log'],
      /^flowlog: --top has no value; one that begins with a dash is written --top=VALUE\./,
    ],
    [['check', '--format'], /^flowlog: option '--format <value>' argument missing\./],
    [['check', '--format', 'xml', 'x.log'], /^flowlog: there is no format "xml"; there are text/],
    [['check', '--rule', 'port-out-of-range', 'x.log'], /^flowlog: --rule takes CODE=LEVEL/],
    [['check', '--rule', 'no-such-rule=off', 'x.log'], /^flowlog: there is no rule "no-such-rule"/],
    [['check', '--columns', 'a b', 'x.log'], /^flowlog: --columns takes names of fields/],
    [
      ['check', '--columns', 'ccn-id srcaddr ccnid', 'x.log'],
      /^flowlog: --columns names ccn-id tw/,
    ],
    [['explain', '--columns', 'start start', 'x.log'], /^flowlog: --columns names start twice\./],
    [['check', '--rule', 'value-case=off=1', 'x.log'], /^flowlog: --rule takes CODE=LEVEL/],
    [['summary', '--groups', '.', 'x.log'], /^flowlog: --groups \.: is a directory\. See/],
    [['check', '--format', 'json', '-q', 'x.log'], /^flowlog: --quiet goes with the text format/],
  ];
  for (const [args, sentence] of mistakes) {
    it(`says what is wrong with: flowlog ${args.join(' ')}`, async () => {
      const { code, stdout, stderr } = await flowlog(args);
      assert.match(stderr, sentence);
      assert.equal(stdout, '');
      assert.equal(code, 2);
    });
  }

  it('sets the level of a rule', async () => {
    const check = (level: string) =>
      flowlog(['check', '--format', 'json', '--rule', `port-out-of-range=${level}`, '-'], {
        stdin: faulty(),
      });
    const lowered = await check('warning');
    assert.equal(problemsIn(lowered.stdout)[0]?.severity, 'warning');
    assert.equal(lowered.code, 0);
    const silenced = await check('off');
    assert.deepEqual([silenced.stdout, silenced.code], ['', 0]);
  });

  it('declares the columns of a log without a header', async () => {
    const names =
      'end start srcaddr dstaddr srcport dstport protocol packets bytes action log-status';
    const [, , , from, to, srcport, dstport, protocol, packets, bytes, start, end, action, status] =
      record().split(' ');
    const shuffled = [end, start, from, to, srcport, dstport, protocol, packets, bytes];
    const stdin = `${[...shuffled, action, status].join(' ')}\n`;
    const { code, stdout } = await flowlog(['check', '--columns', names, '-'], { stdin });
    assert.match(stdout, /^1 file, 1 line, 1 record: 0 errors, 0 warnings, 0 information/);
    assert.equal(code, 0);
  });

  it('names columns that no known field has, but for those that are skipped', async () => {
    const columns = 'start end srcadr - dstaddr';
    for (const command of ['check', 'explain', 'summary']) {
      const { stderr } = await flowlog([command, '--columns', columns, '-'], { stdin: '' });
      assert.equal(stderr, 'flowlog: --columns: no known field is called srcadr; kept as text.\n');
    }
  });
});
