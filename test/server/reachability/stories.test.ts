import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  LSPErrorCodes,
  type ResponseError,
} from 'vscode-languageserver-protocol/node';
import { STORIES_REQUEST } from '../../../server/src/core/requests';
import { generateLog } from '../../core/reachability/generateLog';
import { midway } from '../../support/midway';
import { refusedReply, sample, scan } from './logs';
import { Session, withSession } from './session';

const inShort = async (text: string, settings = {}) =>
  withSession(text, { settings }, async session => {
    const { stories } = await session.stories();
    return stories.map(({ code, certainty, layer }) => `${code} ${certainty} ${layer}`);
  });

describe('The stories of a document', () => {
  const types = ['', '-with-types'];

  for (const suffix of types) {
    it(`say that a ping is answered (ping-allowed${suffix})`, async () => {
      const stories = await inShort(sample(`ping-allowed${suffix}.log`));
      assert.deepEqual(stories, ['both-ways-accepted proved none']);
    });

    it(`leave open who refused a request (ping-request-blocked${suffix})`, async () => {
      assert.deepEqual(await inShort(sample(`ping-request-blocked${suffix}.log`)), [
        'request-rejected undecided security-group-or-network-acl',
      ]);
    });
  }

  it('call the ACL likely where the refused packets may be a new ping', async () => {
    assert.deepEqual(await inShort(sample('ping-reply-blocked.log')), [
      'reply-rejected-by-acl likely network-acl',
    ]);
  });

  it('prove the ACL where types are on record', async () => {
    assert.deepEqual(await inShort(sample('ping-reply-blocked-with-types.log')), [
      'reply-rejected-by-acl proved network-acl',
    ]);
  });

  it('go by the addresses that a setting gives an interface', async () => {
    const interfaceAddresses = { 'eni-lq6mkcis': ['172.31.16.139'] };
    const given = { settings: { reachability: { interfaceAddresses } } };
    await withSession(sample('ping-allowed.log'), given, async session => {
      const [story] = (await session.stories()).stories;
      assert.match(story?.evidence.join(' ') ?? '', /172\.31\.16\.139 is .* \(setting\)/);
    });
  });

  it('name the group alone where a setting says that no ACL is bound', async () => {
    const aclBound = { '172.31.16.0/20': false };
    assert.deepEqual(await inShort(scan, { reachability: { aclBound } }), [
      'request-rejected likely security-group',
    ]);
  });

  it('leave out what is switched off', async () => {
    assert.deepEqual(await inShort(scan, { rules: { 'request-rejected': 'off' } }), []);
  });

  it('do without settings that make no sense', async () => {
    const reachability = { subnets: 'all', aclBound: { a: 3 }, trackingTimeouts: { tcp: -1 } };
    assert.deepEqual(await inShort(refusedReply, { reachability }), [
      'reply-rejected-by-acl proved network-acl',
      'both-ways-accepted proved none',
    ]);
  });

  describe('with one of its records', () => {
    let session: Session;
    before(async () => {
      session = await Session.start(`# a comment\n${refusedReply}`);
    });
    after(() => session.stop());

    it('tell the story of that record', async () => {
      const { stories } = await session.stories(5);
      assert.equal(stories.length, 1);
      const [story] = stories;
      assert.equal(story?.code, 'reply-rejected-by-acl');
      assert.deepEqual(story.request.lines, [5]);
      assert.deepEqual(story.reply.lines, [6]);
      assert.deepEqual(story.initiator, { address: '203.0.113.12', port: 50622 });
      assert.deepEqual(story.responder, { address: '172.31.16.139', port: 443 });
      assert.equal(story.direction, 'egress');
      assert.match(story.query, /srcaddr:"203\.0\.113\.12"/);
      assert.doesNotMatch(story.nextCheck, /srcaddr/);
    });

    it('say why a line has none', async () => {
      const { stories, notes } = await session.stories(0);
      assert.deepEqual(stories, []);
      assert.deepEqual(notes, ['This line is no record.']);
    });

    it('follow the text', async () => {
      const asked = session.stories();
      await session.change(scan);
      const codes = (await session.stories()).stories.map(({ code }) => code);
      assert.deepEqual(codes, ['request-rejected']);
      // The text changed under it, and an answer that never came is no answer without stories.
      await asked.catch((error: unknown) => {
        assert.equal((error as ResponseError).code, LSPErrorCodes.ContentModified);
      });
    });

    it('are refused, not empty, where the question is withdrawn', async () => {
      const failed = await midway(async times => {
        await session.change(new TextDecoder().decode(generateLog(10_000 * times, 'ascending', 9)));
        const asked = new CancellationTokenSource();
        const answer = session.connection.sendRequest(
          STORIES_REQUEST,
          { textDocument: { uri: session.uri } },
          asked.token,
        );
        asked.cancel();
        return answer.then(
          () => 'late' as const,
          (error: unknown) => error as ResponseError,
        );
      });
      assert.equal(failed.code, LSPErrorCodes.RequestCancelled);
    });
  });
});
