import assert from 'node:assert/strict';
import { join } from 'node:path';
import { reachabilityCodes } from '../../server/src/core/reachability/codes/index';
import { flowlog, folderWith } from './flowlog';
import { explain, record } from './stories';

const sample = join(__dirname, '../../samples/eni-positional.log');

describe('flowlog explain shows', () => {
  it('the story of a line', async () => {
    const { stories, code } = await explain([sample, '--line', '181']);
    assert.equal(code, 0);
    assert.equal(stories.length, 1);
    assert.ok([...stories[0]!.request.lines, ...stories[0]!.reply.lines].includes(181));
  });

  it('why a line has no story, with exit code 1', async () => {
    const { code, stdout, stderr } = await flowlog(['explain', '-', '--line=1'], { stdin: '# no' });
    assert.deepEqual([code, stdout], [1, '']);
    assert.match(stderr, /^flowlog: -:1: This line is no record\.\n$/);
  });

  it('the stories of an address', async () => {
    const { stories } = await explain([sample, '--address', '192.0.2.190']);
    assert.ok(stories.length > 0);
    const all = await explain([sample]);
    assert.ok(stories.length < all.stories.length);
    for (const { summary } of stories) assert.match(summary, /192\.0\.2\.190|sources/);
  });

  it('the stories with a finding', async () => {
    const { stories } = await explain([sample, '--code', 'both-ways-accepted']);
    assert.ok(stories.length > 0);
    for (const { code } of stories) assert.equal(code, 'both-ways-accepted');
  });

  it('none, with exit code 1, where none is asked for', async () => {
    const { code, stories } = await explain([sample, '--address', '198.51.100.250']);
    assert.deepEqual([code, stories], [1, []]);
  });

  it('the findings, options and exit codes that there are', async () => {
    const { code, stdout } = await flowlog(['explain', '--help']);
    assert.equal(code, 0);
    const words = ['--line', '--address', '--code', '--format', '--settings', 'Exit code'];
    for (const word of words) assert.ok(stdout.includes(word), word);
    for (const { code: each } of reachabilityCodes) assert.ok(stdout.includes(`  ${each} `), each);
    assert.ok(stdout.split('\n').every(line => line.length <= 120));
  });
});

describe('flowlog explain takes', () => {
  const refused = record({ action: 'REJECT' });
  const settings = {
    subnets: ['10.0.1.0/24'],
    aclBound: { '10.0.1.0/24': false },
    trackingTimeouts: { tcp: 350 },
    pairingWindow: 60,
  };
  const folder = folderWith({
    'refused.log': refused,
    'settings.json': JSON.stringify(settings),
    'editor.json': JSON.stringify({
      'editor.fontSize': 12,
      'flowlog.reachability.aclBound': settings.aclBound,
    }),
    'codes.json': JSON.stringify({ rules: { 'request-rejected': 'off' } }),
    'list.json': '[]',
    'typo.json': JSON.stringify({ subnet: [] }),
    'wrong.json': JSON.stringify({ subnets: ['here'] }),
    'range.json': JSON.stringify({ aclBound: { '10.0.1.0/33': true } }),
    'broken.json': '{',
  });
  const layer = async (...options: string[]) => {
    const { stories } = await explain([join(folder.path, 'refused.log'), ...options]);
    return stories.map(story => story.layer);
  };

  it('what is known of the network as options', async () => {
    assert.deepEqual(await layer(), ['security-group-or-network-acl']);
    assert.deepEqual(await layer('--acl', '10.0.1.5/32=no'), ['security-group']);
    const address = ['--interface-address', 'eni-a1b2c3d4=10.0.1.5,10.0.1.6'];
    assert.deepEqual(await layer('--acl', 'eni-a1b2c3d4=no', ...address), ['security-group']);
  });

  it("an interface's addresses", async () => {
    const address = ['--interface-address', 'eni-a1b2c3d4=10.0.1.5'];
    const { stories } = await explain([join(folder.path, 'refused.log'), ...address]);
    assert.match(stories[0]?.evidence.join(' ') ?? '', /10\.0\.1\.5 is .* \(setting\)/);
  });

  for (const name of ['settings.json', 'editor.json']) {
    it(`the same as a file: ${name}`, async () => {
      assert.deepEqual(await layer('--settings', join(folder.path, name)), ['security-group']);
    });
  }

  it('options before a file', async () => {
    const file = ['--settings', join(folder.path, 'settings.json')];
    const both = await layer(...file, '--acl', '10.0.1.0/24=yes');
    assert.deepEqual(both, ['security-group-or-network-acl']);
  });

  it('an interface that is not in the log, and says so', async () => {
    const file = join(folder.path, 'refused.log');
    const options = ['--acl', 'eni-typo=no', '--interface-address', 'eni-slip=10.0.1.5'];
    const { code, stderr } = await flowlog(['explain', file, ...options, '--acl', '10.9.9.9=no']);
    assert.equal(code, 0);
    assert.equal(
      stderr,
      'flowlog: --interface-address names eni-slip, which is not in the log.\n' +
        'flowlog: --acl names eni-typo, which is not in the log.\n',
    );
  });

  it('findings out that a file switches off', async () => {
    assert.deepEqual(await layer('--settings', join(folder.path, 'codes.json')), []);
  });

  const mistakes: [args: string[], sentence: RegExp][] = [
    [[], /^flowlog: name a file, or - for standard input\. See "flowlog explain --help"\./],
    [['a.log', 'b.log'], /^flowlog: name one file only; for several as one log: cat FILE/],
    [['-', '--line', '0'], /^flowlog: --line takes a line number from 1, not "0"\./],
    [['-', '--address', 'here'], /^flowlog: --address takes an IP address, not "here"\./],
    [['-', '--code', 'x'], /^flowlog: there is no finding "x"; there are throttled, /],
    [['-', '--format', 'xml'], /^flowlog: there is no format "xml"; there are text, json\./],
    [['-', '--acl', 'eni-1'], /^flowlog: --acl takes ENI=yes or CIDR=no, not "eni-1"\./],
    [['-', '--acl', 'eni-1=maybe'], /^flowlog: --acl takes yes or no, not "maybe"\./],
    [['-', '--acl', '10.0.1.0/99=no'], /^flowlog: --acl takes .*, not "10\.0\.1\.0\/99=no"\./],
    [
      ['-', '--acl', '300.1.1.0/24=no'],
      /^flowlog: --acl takes .* a range such as 10\.0\.1\.0\/24,/,
    ],
    [['-', '--acl', 'e=yes', '--acl', 'e=no'], /^flowlog: --acl says both yes and no of "e"\./],
    [
      ['-', '--acl', '10.0.1.0/24=yes', '--acl', '10.0.1.9/24=no'],
      /^flowlog: --acl says both yes and no of "10\.0\.1\.9\/24"\./,
    ],
    [['-', '--subnet', 'here'], /^flowlog: --subnet takes a range such as .*, not "here"\./],
    [['-', '--timeout', 'tcp=soon'], /^flowlog: --timeout takes tcp=SECONDS.*, not "tcp=soon"\./],
    [['-', '--timeout', 'tcp=1e9'], /^flowlog: --timeout .* 604800 .* at most, not "tcp=1e9"\./],
    [['-', '--timeout', 'gre=9'], /^flowlog: --timeout takes tcp=SECONDS.*, not "gre=9"\./],
    [
      ['-', '--pairing-window', '9999'],
      /^flowlog: --pairing-window takes seconds, 600 at most, not "9999"\./,
    ],
    [['-', '--icmp-byte-order', 'x'], /^flowlog: the byte order of ICMP is one of auto/],
    [['-', '--interface-address', 'eni-1=x'], /^flowlog: --interface-address .*, not "eni-1=x"\./],
    [['no-such.log'], /^flowlog: no-such\.log: there is no such file\n/],
  ];
  for (const [args, sentence] of mistakes) {
    it(`no nonsense: flowlog explain ${args.join(' ')}`, async () => {
      const { code, stdout, stderr } = await flowlog(['explain', ...args]);
      assert.match(stderr, sentence);
      assert.deepEqual([code, stdout], [2, '']);
    });
  }

  const files: [name: string, sentence: RegExp][] = [
    ['list.json', /^flowlog: --settings takes a file with a JSON object/],
    ['typo.json', /^flowlog: there is no setting "subnet"/],
    ['wrong.json', /^flowlog: subnets takes a list of ranges .*, not "here"\./],
    ['range.json', /^flowlog: aclBound takes .*, not "10\.0\.1\.0\/33=true"\./],
    ['broken.json', /^flowlog: the settings in .*broken\.json cannot be read/],
    ['none.json', /^flowlog: the settings in .*none\.json cannot be read/],
  ];
  for (const [name, sentence] of files) {
    it(`no nonsense in a file: ${name}`, async () => {
      const args = ['explain', '-', '--settings', join(folder.path, name)];
      const { code, stderr } = await flowlog(args);
      assert.match(stderr, sentence);
      assert.equal(code, 2);
    });
  }
});
