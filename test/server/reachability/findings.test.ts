import assert from 'node:assert/strict';
import {
  DiagnosticSeverity,
  DocumentDiagnosticRequest,
  type Diagnostic,
} from 'vscode-languageserver-protocol/node';
import { refusedReply, sample, scan } from './logs';
import { withSession } from './session';

/** All that is marked, however long the findings take. */
function diagnostics(text: string, settings: object = {}): Promise<readonly Diagnostic[]> {
  return withSession(
    text,
    { settings, refreshSupport: false },
    async ({ connection, textDocument }) => {
      const report = await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
      return report.kind === 'full' ? report.items : [];
    },
  );
}

const textOf = (message: Diagnostic['message']) =>
  typeof message === 'string' ? message : message.value;

const codes = (found: readonly Diagnostic[]) => found.map(({ code }) => code);

describe('Findings among the problems', () => {
  it('are one a story, at the refused record, with the others as related information', async () => {
    const [problem, ...more] = await diagnostics(refusedReply);
    assert.deepEqual(more, []);
    assert.equal(problem?.code, 'reply-rejected-by-acl');
    assert.equal(problem.severity, DiagnosticSeverity.Information);
    assert.equal(problem.range.start.line, 5);
    const text = refusedReply.split('\n')[5]!;
    assert.equal(text.slice(problem.range.start.character, problem.range.end.character), 'REJECT');
    assert.match(textOf(problem.message), /^The network ACL on 172\.31\.16\.139's side/);
    assert.deepEqual(
      problem.relatedInformation?.map(({ location, message }) => [
        location.range.start.line,
        message,
      ]),
      [[4, 'A record of the request.']],
    );
  });

  it('are there for throttled traffic', async () => {
    const found = await diagnostics(sample('ccn-order-a.log'));
    assert.ok(codes(found).includes('throttled'));
    for (const { code, message } of found) {
      if (code === 'throttled') assert.doesNotMatch(textOf(message), /security group|ACL/i);
    }
  });

  it('are not there for the others', async () => {
    assert.deepEqual(await diagnostics(scan), []);
    assert.deepEqual(await diagnostics(sample('ping-allowed.log')), []);
  });

  it('are there for the others if a setting says so', async () => {
    const [problem] = await diagnostics(scan, { rules: { 'request-rejected': 'warning' } });
    assert.equal(problem?.code, 'request-rejected');
    assert.equal(problem.severity, DiagnosticSeverity.Warning);
  });

  it('show what a log hides, as text', async () => {
    const hostile = refusedReply.replaceAll('eni-lq6mkcis', 'eni-\u001b[31m\u202e');
    const found = await diagnostics(hostile);
    const story = found.find(({ code }) => code === 'reply-rejected-by-acl');
    assert.ok(story, codes(found).join());
    assert.match(textOf(story.message), /eni-\\u\{1b\}\[31m\\u\{202e\}/);
    for (const { message } of found) assert.doesNotMatch(textOf(message), /[\p{Cc}\p{Cf}]/u);
  });

  it('can be switched off', async () => {
    assert.deepEqual(
      await diagnostics(refusedReply, { rules: { 'reply-rejected-by-acl': 'off' } }),
      [],
    );
  });
});
