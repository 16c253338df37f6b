import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CancellationTokenSource, LSPErrorCodes } from 'vscode-languageserver-protocol/node';
import {
  STORIES_PROGRESS,
  STORIES_REQUEST,
  type StoriesProgress,
  type StoriesResult,
} from '../../../server/src/core/requests';
import { generateLog } from '../../core/reachability/generateLog';
import { midway } from '../../support/midway';
import { refusedReply, scan } from './logs';
import { Session } from './session';

/** More than a few blocks of a file, and of what is told about without a pause. */
const RECORDS = 60_000;

describe('The stories of a file that is not open', function () {
  this.timeout(60_000);
  let folder: string;
  let session: Session;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'flowlog-stories-'));
    session = await Session.start(scan);
  });

  after(async () => {
    await session.stop();
    await rm(folder, { recursive: true });
  });

  const write = async (name: string, text: string | Uint8Array) => {
    const path = join(folder, name);
    await writeFile(path, text);
    return pathToFileURL(path).href;
  };
  const ask = (uri: string, token = new CancellationTokenSource().token): Promise<StoriesResult> =>
    session.connection.sendRequest(STORIES_REQUEST, { textDocument: { uri } }, token);

  it('are those of the same text in the editor, line for line', async () => {
    for (const text of [refusedReply, `\ufeff${refusedReply}`, `# a comment\n${refusedReply}\n`]) {
      await session.change(text.replace('\ufeff', ''));
      assert.deepEqual(await ask(await write('small.log', text)), await session.stories());
    }
  });

  it('are found across blocks, whatever the order, and their number is told', async () => {
    for (const order of ['ascending', 'descending', 'shuffled'] as const) {
      const log = generateLog(RECORDS, order, 7);
      const uri = await write(`${order}.log`, log);
      const reached: StoriesProgress[] = [];
      const follows = session.connection.onNotification(
        STORIES_PROGRESS,
        (progress: StoriesProgress) => void reached.push(progress),
      );
      const told = await ask(uri);
      follows.dispose();
      await session.change(new TextDecoder().decode(log));
      const { stories, leftOut, notes } = await session.stories();
      assert.equal(told.leftOut, leftOut, order);
      assert.ok(told.leftOut > 0);
      assert.deepEqual(told.notes, notes, order);
      assert.deepEqual(told.stories, stories, order);
      assert.equal(
        notes.some(note => note.includes('no order')),
        order === 'shuffled',
      );
      assert.ok(reached.length > 0 && reached.every(({ bytes, of }) => bytes <= of && of > 0));
    }
  });

  it('name the regions of their own records, however far apart', async () => {
    const ccn = (from: string, i: number) =>
      `10.0.0.4 ${from} 443 ${1_700_000_000 + i} 10.1.0.5 2 20 ccn-a1b2c3d4 6 ap-beijing 4249 REJECT ${from} ${i + 1} ${1_700_000_060 + i} OK`;
    const regions = ['ap-guangzhou', 'ap-shanghai', 'ap-hongkong'];
    const lines = regions.flatMap((from, n) =>
      Array.from({ length: 10_000 }, (_, i) => ccn(from, n * 10_000 + i)),
    );
    const text = lines.join('\n');
    const { stories } = await ask(await write('ccn.log', text));
    await session.change(text);
    assert.deepEqual(stories, (await session.stories()).stories);
  });

  it('are given up where the question is withdrawn', async () => {
    const failed = await midway(async times => {
      const uri = await write('cancelled.log', generateLog(RECORDS * times, 'ascending', 8));
      const asked = new CancellationTokenSource();
      const listener = session.connection.onNotification(STORIES_PROGRESS, () => asked.cancel());
      const answer = await ask(uri, asked.token).then(
        () => 'late' as const,
        (error: unknown) => error as { code: number },
      );
      listener.dispose();
      return answer;
    });
    assert.equal(failed.code, LSPErrorCodes.RequestCancelled);
  });

  it('cannot be had of a file that is not there, and the answer says so', async () => {
    const uri = pathToFileURL(join(folder, 'nowhere.log')).href;
    await assert.rejects(ask(uri), {
      code: LSPErrorCodes.RequestFailed,
      message: /nowhere\.log cannot be read: there is no such file\.$/,
    });
  });
});
