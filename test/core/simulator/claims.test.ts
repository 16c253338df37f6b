import assert from 'node:assert/strict';
import { isFalse, type Claim } from './claims';
import { simulate } from './simulate';
import type { Truth } from './truth/truth';

describe('A proved claim', () => {
  const simulation = simulate(3, 'ordinary');
  const find = (wanted: (truth: Truth) => boolean): Truth => simulation.truth.find(wanted)!;
  const claim = (code: string, truth: Truth): Claim => ({
    ...{ code, certainty: 'proved' },
    ...{ requestLines: truth.requestLines, replyLines: truth.replyLines },
  });

  const byAcl = find(truth => truth.aclDroppedReplies);
  const passed = find(({ requests, replies }) => {
    const refused = [requests, replies].some(fates => fates['security-group'] > 0);
    return !refused && replies.passed > 0 && replies['network-acl'] === 0;
  });

  it('is true where the network ACL dropped tracked replies', () => {
    assert.equal(isFalse(claim('reply-rejected-by-acl', byAcl), simulation), false);
  });

  it('is false where the replies passed', () => {
    assert.equal(isFalse(claim('reply-rejected-by-acl', passed), simulation), true);
    assert.equal(isFalse(claim('both-ways-accepted', passed), simulation), false);
  });

  it('is false where it is told the wrong way round', () => {
    const { requestLines: replyLines, replyLines: requestLines } = byAcl;
    const turned = { ...claim('reply-rejected-by-acl', byAcl), requestLines, replyLines };
    assert.equal(isFalse(turned, simulation), true);
  });

  it('is false where it counts a dropped packet as accepted', () => {
    assert.equal(isFalse(claim('both-ways-accepted', byAcl), simulation), true);
  });

  it('is false of codes that no record can prove', () => {
    assert.equal(isFalse(claim('request-rejected', byAcl), simulation), true);
    assert.equal(isFalse(claim('throttled', byAcl), simulation), true);
    assert.equal(isFalse({ ...claim('throttled', byAcl), certainty: 'likely' }, simulation), false);
  });

  it('is false where the security group dropped replies that came too late', () => {
    for (const name of ['reset-after-idle', 'late-echo-replies', 'provider-services']) {
      const late = simulate(1, name);
      const refused = late.truth.filter(truth => truth.replies['security-group'] > 0);
      assert.ok(refused.length > 0);
      for (const truth of refused) {
        const said = claim('reply-rejected-by-acl', truth);
        if (truth.requestLines.length > 0) assert.ok(isFalse(said, late));
      }
    }
  });
});
