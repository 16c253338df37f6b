import assert from 'node:assert/strict';
import { EPOCH, storyWith } from './logs';

describe('the query for the missing side', () => {
  const lone = '100+5 203.0.113.9:50000 > 10.0.0.4:22 tcp ACCEPT';

  it('asks Cloud Log Service for the reply, a window around', () => {
    const { query, nextCheck } = storyWith('no-reply-seen', lone);
    assert.equal(query?.service, 'Cloud Log Service');
    assert.equal(
      query.text,
      'interface-id:"eni-lq6mkcis" AND srcaddr:"10.0.0.4" AND dstaddr:"203.0.113.9" AND srcport:22 AND dstport:50000 AND protocol:6',
    );
    assert.equal(query.from, EPOCH + 40);
    assert.equal(query.to, EPOCH + 165);
    assert.ok(nextCheck.endsWith(query.text));
  });

  it('asks CloudWatch about an interface of AWS', () => {
    const { query } = storyWith('no-reply-seen', `${lone} @eni-0123456789abcdef0`);
    assert.equal(query?.service, 'CloudWatch Logs Insights');
    assert.equal(
      query.text,
      'filter interfaceId = "eni-0123456789abcdef0" and srcAddr = "10.0.0.4" and dstAddr = "203.0.113.9" and srcPort = 22 and dstPort = 50000 and protocol = 6',
    );
  });

  it('is left out for a service whose syntax is not known', () => {
    const uuid = '01234567-89ab-cdef-0123-456789abcdef';
    const story = storyWith('no-reply-seen', `${lone} @${uuid}`);
    assert.equal(story.query, undefined);
    assert.doesNotMatch(story.nextCheck, /Query/);
  });

  it('asks for what was let in like what was refused, from any port', () => {
    const { query } = storyWith('request-rejected', lone.replace('ACCEPT', 'REJECT'));
    assert.match(query?.text ?? '', /dstport:22 AND protocol:6 AND action:"ACCEPT"$/);
    assert.doesNotMatch(query?.text ?? '', /srcport/);
  });
});
