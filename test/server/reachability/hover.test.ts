import assert from 'node:assert/strict';
import { HoverRequest, type MarkupContent } from 'vscode-languageserver-protocol/node';
import { atCursor, withSession } from './session';
import { record, refusedReply, scan } from './logs';

const explainCommand = 'flowlog.explainReachability';

async function hover(marked: string, given: object = { options: { explainCommand } }) {
  const { text, position } = atCursor(marked);
  return withSession(text, given, async ({ connection, textDocument }) => {
    const found = await connection.sendRequest(HoverRequest.type, { textDocument, position });
    return (found?.contents as MarkupContent).value;
  });
}

describe('A hover', () => {
  it('ends with the finding on an action', async () => {
    const value = await hover(refusedReply.replace('REJECT', 'REJ|ECT'));
    assert.match(value, /^\*\*REJECT/);
    assert.match(value, /The network ACL on 172&#46;31&#46;16&#46;139's side/);
  });

  it('has the next check of the finding, and no other that it rules out', async () => {
    const value = await hover(refusedReply.replace('REJECT', 'REJ|ECT'));
    assert.match(value, /Next&#58; Is an ACL bound to this subnet\? Then check its outbound rules/);
    assert.doesNotMatch(value, /check the security group|Query for/);
    const settings = { rules: { 'reply-rejected-by-acl': 'off' } };
    const alone = await hover(refusedReply.replace('REJECT', 'REJ|ECT'), { settings });
    assert.match(alone, /Next&#58; check the security group for TCP/);
  });

  it('links to the whole explanation of the record', async () => {
    const value = await hover(refusedReply.replace('REJECT', 'REJ|ECT'));
    const [, encoded = ''] = /\(command:flowlog\.explainReachability\?([^)]*)\)$/.exec(value) ?? [];
    const target = JSON.parse(decodeURIComponent(encoded)) as unknown;
    assert.deepEqual(target, [{ uri: 'file:///flows/session.log', line: 5 }]);
  });

  it('has no link where the client cannot follow it', async () => {
    assert.doesNotMatch(await hover(scan.replace('REJECT', '|REJECT'), {}), /command:|\]\(/);
  });

  it('ends with the finding anywhere on a record that was rejected', async () => {
    assert.match(await hover(scan.replace('51000', '|51000')), /Either the security group or/);
  });

  it('ends with the finding on later lines of a wrapped record that was rejected', async () => {
    const wrapped = scan.replace(' 51000', '\n|51000').replace('REJECT', 'RE\nJECT');
    assert.match(await hover(wrapped), /Either the security group or/);
  });

  it('has no finding on other values of a record that was accepted', async () => {
    assert.doesNotMatch(await hover(refusedReply.replace('50622', '|50622')), /network ACL/);
  });

  it('says what the finding was not told from', async function () {
    this.timeout(60_000);
    const others = Array.from({ length: 50_000 }, (_, i) =>
      record('203.0.113.12', '172.31.16.139', `${40_000 + (i % 9000)} 80 6`, [i, i + 50], 'ACCEPT'),
    );
    const value = await hover([scan.replace('REJECT', '|REJECT'), ...others].join('\n'));
    assert.match(value, /this story is told from the one flow alone/);
  });

  it('has no finding that is switched off', async () => {
    const settings = { rules: { 'request-rejected': 'off' } };
    const value = await hover(scan.replace('51000', '|51000'), { settings });
    assert.doesNotMatch(value, /security group or/);
  });

  it('makes nothing of what a log says in Markdown', async () => {
    const evil = scan.replace('eni-lq6mkcis', 'eni-[x](command:y)<b>');
    const value = await hover(evil.replace('REJECT', '|REJECT'));
    assert.doesNotMatch(value, /\[x\]|command:y|<b>/);
  });
});
