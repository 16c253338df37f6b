import assert from 'node:assert/strict';
import { CodeLensRequest } from 'vscode-languageserver-protocol/node';
import { record, refusedReply } from './logs';
import { withSession } from './session';

const options = { explainCommand: 'flowlog.explainReachability' };

function lenses(text: string, settings: object = {}) {
  return withSession(text, { settings, options }, async ({ connection, textDocument }) => {
    const found = await connection.sendRequest(CodeLensRequest.type, { textDocument });
    return found ?? [];
  });
}

describe('Code lenses', () => {
  it('stand above the first record of each story', async () => {
    const found = await lenses(refusedReply);
    assert.deepEqual(found.map(({ range }) => range.start.line).sort(), [0, 4]);
    assert.match(
      found[0]?.command?.title ?? '',
      /^The network ACL on 172\.31\.16\.139's side \(eni-lq6mkcis\) refused .*(\.|…)$/,
    );
  });

  it('open the explanation of the story that begins there', async () => {
    const [lens] = await lenses(refusedReply);
    assert.equal(lens?.command?.command, options.explainCommand);
    assert.deepEqual(lens.command.arguments, [
      { uri: 'file:///flows/session.log', line: 4, code: 'reply-rejected-by-acl' },
    ]);
  });

  it('show what a log hides, as text', async () => {
    const hostile = refusedReply.replaceAll('eni-lq6mkcis', 'eni-\u001b[31m\u202e');
    const titles = (await lenses(hostile)).map(({ command }) => command?.title ?? '');
    assert.match(titles.join(), /eni-\\u\{1b\}\[31m\\u\{202e\}/);
    assert.doesNotMatch(titles.join(), /[\p{Cc}\p{Cf}]/u);
  });

  it('can be switched off', async () => {
    assert.deepEqual(await lenses(refusedReply, { codeLens: { enabled: false } }), []);
  });

  it('are left out above 200,000 lines', async function () {
    this.timeout(60_000);
    const line = record('192.0.2.1', '10.0.0.4', '40000 443 6', [0, 60], 'ACCEPT');
    assert.deepEqual(await lenses(`${line}\n${'\n'.repeat(200_000)}`), []);
  });
});
