import assert from 'node:assert/strict';
import { generateLog } from '../core/reachability/generateLog';
import { flowlog, folderWith } from './flowlog';
import { explain } from './stories';

/** Too many for what is held of a file at a time. */
const RECORDS = 400_000;

describe('flowlog explain --line', () => {
  const log = new TextDecoder().decode(generateLog(RECORDS, 'ascending', 11));
  const folder = folderWith({ 'long.log': log, 'marked.log': `\ufeff${log}` });

  it('tells of a record anywhere in a file what it tells of the same text in memory', async () => {
    const lines = log.split('\n');
    const refused = (from: number) => lines.findIndex((l, i) => i > from && l.includes('REJECT'));
    for (const line of [refused(0), refused(RECORDS / 2), refused(RECORDS - 1000)]) {
      const args = ['--line', String(line + 1)];
      const { stories } = await explain([...args, `${folder.path}/long.log`]);
      const story = stories[0]!;
      assert.ok([...story.request.lines, ...story.reply.lines].length > 0);
      const address = lines[line]!.split(' ')[3];
      assert.ok(
        story.ends.some(end => end.address === address),
        address,
      );
      const marked = await explain([...args, `${folder.path}/marked.log`]);
      assert.deepEqual(marked.stories, stories);
      const held = await flowlog(['explain', '--format', 'json', ...args, '-'], { stdin: log });
      assert.deepEqual(JSON.parse(held.stdout), story);
    }
  }).timeout(60_000);

  it('says where a file has no such line', async () => {
    const args = ['explain', '--line', String(RECORDS + 5), `${folder.path}/long.log`];
    const { code, stderr } = await flowlog(args);
    assert.equal(code, 1);
    assert.match(stderr, /There is no such line/);
  });
});
