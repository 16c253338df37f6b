import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { widthFor } from '../../cli/src/explain/storyText';
import { wrap } from '../../cli/src/explain/wrap';
import { flowlog, folderWith, shell } from './flowlog';
import { explain, record } from './stories';

const samples = join(__dirname, '../../samples');
const inShort = async (name: string) => {
  const { stories } = await explain([join(samples, name)]);
  return stories.map(({ code, certainty, layer, direction }) => [
    code,
    certainty,
    layer,
    direction,
  ]);
};

describe("flowlog explain on the documents' ping", () => {
  for (const types of ['', '-with-types']) {
    const kind = types === '' ? 'without types' : 'with types';

    it(`finds both ways accepted, ${kind}`, async () => {
      const found = await inShort(`ping-allowed${types}.log`);
      assert.deepEqual(found, [['both-ways-accepted', 'proved', 'none', 'unknown']]);
    });

    it(`leaves a refused request to the group or the ACL, ${kind}`, async () => {
      const found = await inShort(`ping-request-blocked${types}.log`);
      const layer = 'security-group-or-network-acl';
      assert.deepEqual(found, [['request-rejected', 'undecided', layer, 'ingress']]);
    });
  }

  it('calls the ACL likely and says why no more, without types', async () => {
    const found = await inShort('ping-reply-blocked.log');
    assert.deepEqual(found, [['reply-rejected-by-acl', 'likely', 'network-acl', 'egress']]);
    const { stories } = await explain([join(samples, 'ping-reply-blocked.log')]);
    assert.match(
      stories[0]?.summary ?? '',
      /no ICMP type, so line 3 may be a new ping that the security group refused/,
    );
  });

  it('proves the ACL, with types', async () => {
    const found = await inShort('ping-reply-blocked-with-types.log');
    assert.deepEqual(found, [['reply-rejected-by-acl', 'proved', 'network-acl', 'egress']]);
  });
});

describe('flowlog explain', () => {
  it('writes an object a line with all that a story has', async () => {
    const { stories, code } = await explain([join(samples, 'ping-reply-blocked-with-types.log')]);
    assert.equal(code, 0);
    const [story] = stories;
    assert.ok(story);
    assert.deepEqual(story.initiator, { address: '203.0.113.12', port: null });
    assert.deepEqual(story.responder, { address: '172.31.16.139', port: null });
    assert.deepEqual(story.request, { lines: [2], leftOut: 0 });
    assert.deepEqual(story.reply, { lines: [3], leftOut: 0 });
    assert.deepEqual(story.ends, [story.initiator, story.responder]);
    assert.equal(story.localEnd, 1);
    const [asked, refused] = [story.counts.request.accepted, story.counts.reply.refused];
    assert.deepEqual(asked, { records: 1, packets: 4, bytes: 336 });
    assert.deepEqual(refused, { records: 1, packets: 4, bytes: 336 });
    assert.equal(story.counts.reply.accepted.records, 0);
    assert.equal(story.observationPoint, 'eni-lq6mkcis');
    assert.equal(story.protocol, 1);
    for (const list of [story.evidence, story.assumptions]) assert.ok(list.length > 0);
    for (const text of [story.proves, story.doesNotProve, story.nextCheck]) assert.ok(text !== '');
    assert.match(story.nextCheck, /^Is an ACL bound to this subnet\?/);
  });

  it('writes lines that its terminal has room for, and no longer ones than are read well', async () => {
    assert.deepEqual(wrap('a bb ccc dddddd', 2, 6), ['  a bb', '  ccc', '  dddddd']);
    assert.deepEqual([undefined, 0, 20, 80, 200].map(widthFor), [100, 100, 50, 80, 100]);
    const { stdout } = await flowlog(['explain', join(samples, 'ping-reply-blocked.log')]);
    const words = stdout.split('\n').filter(line => !line.startsWith('  Query'));
    assert.ok(words.some(({ length }) => length > 90));
    assert.ok(words.every(({ length }) => length <= 100));
  });

  it('says nothing of security group or ACL about throttled traffic', async () => {
    for (const name of ['ccn-order-a.log', 'ccn-order-b.log', 'ccn-key-value.log']) {
      const args = [join(samples, name), '--code', 'throttled'];
      const { stories, stdout } = await explain(args);
      assert.ok(stories.length > 0, name);
      for (const { layer, certainty } of stories) {
        assert.deepEqual([layer, certainty], ['bandwidth-limit', 'proved']);
      }
      const text = await flowlog(['explain', ...args]);
      for (const said of [stdout, text.stdout])
        assert.doesNotMatch(said, /security.group|\bacl\b/i);
    }
  });

  it('tells a story to read', async () => {
    const { stdout, code } = await flowlog(['explain', join(samples, 'ping-reply-blocked.log')]);
    assert.equal(code, 0);
    assert.match(stdout, /^reply-rejected-by-acl {2}likely {2}network-acl\nLikely the network ACL/);
    for (const label of [
      'Proves',
      'Does not prove',
      'Assumes',
      'Evidence',
      'Next check',
      'Query',
    ]) {
      assert.match(stdout, new RegExp(`^ {2}${label} {2,}\\S`, 'm'));
    }
    assert.match(stdout, /^ {2}Request +line 2\n {2}Reply +line 3$/m);
    assert.match(stdout, /\n\n1 story; in the log 1 conversation in 2 records\n$/);
  });

  it('shows what a log hides', async () => {
    const hidden = record({ point: 'eni-\u001b[2Jx\u202e' });
    const { stdout } = await flowlog(['explain', '-'], { stdin: hidden });
    assert.match(stdout, /eni-\\x1b\[2Jx\\u202e/);
    const { stdout: json } = await flowlog(['explain', '-', '--format=json'], { stdin: hidden });
    for (const text of [stdout, json])
      assert.ok(!text.includes('\u001b') && !text.includes('\u202e'));
  });

  it('reads a file piece by piece as it reads standard input whole', async () => {
    for (const name of ['eni-positional.log', 'eni-header.log', 'wrapped-paste.log']) {
      const file = join(samples, name);
      const { stdout } = await flowlog(['explain', file, '--format=json']);
      const held = await flowlog(['explain', '-', '--format=json'], { stdin: readFileSync(file) });
      assert.equal(stdout, held.stdout);
      assert.ok(stdout.length > 0);
      const piped = await shell(`$FLOWLOG explain <(cat '${file}') --format=json`, samples);
      assert.equal(piped.stdout, stdout);
    }
  });

  describe('over many pieces of a file', () => {
    const minute = 60;
    const pair = (number: number) => {
      const [port, start] = [20_000 + (number % 40_000), number * minute];
      return [
        record({ ports: `${port} 443`, start }),
        record({ source: '10.0.1.5', destination: '192.0.2.10', ports: `443 ${port}`, start }),
      ];
    };
    const ordered = Array.from({ length: 5000 }, (_, number) => pair(number)).flat();
    const shuffled = ordered.toSorted((a, b) => a.slice(60, 70).localeCompare(b.slice(60, 70)));
    const folder = folderWith({
      'ordered.log': ordered.join('\n'),
      'reversed.log': ordered.toReversed().join('\n'),
      'shuffled.log': shuffled.join('\n'),
    });

    for (const name of ['ordered', 'reversed', 'shuffled']) {
      it(`finds the same story in the ${name} log`, async () => {
        const { stories } = await explain([
          ...['--code', 'both-ways-accepted'],
          join(folder.path, `${name}.log`),
        ]);
        assert.equal(stories.length, 1);
        assert.equal(stories[0]?.code, 'both-ways-accepted');
        assert.equal(stories[0].conversations, 5000);
        const { lines, leftOut } = stories[0].request;
        assert.equal(lines.length + leftOut, 5000);
        // The first 20, and the one that the summary names.
        const named = Number(/first in line (\d+)/.exec(stories[0].summary)?.[1]);
        assert.ok(lines.length <= 21 && lines.length >= 20);
        assert.ok([...lines, ...stories[0].reply.lines].includes(named));
      });
    }
  });
});
