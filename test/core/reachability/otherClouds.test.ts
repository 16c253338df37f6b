import assert from 'node:assert/strict';
import { findingsOf } from './logs';

describe('explanations of other clouds’ logs', () => {
  it('do not take a region of Alibaba Cloud’s CEN for one of a Cloud Connect Network', () => {
    const log =
      'account-id:1234567890123456 cen-id:cen-1 src-region-id:cn-hangzhou srcaddr:10.0.0.5 srcport:50000 dst-region-id:cn-beijing dstaddr:10.1.0.9 dstport:443 protocol:6 packets:5 bytes:300 start:1718530012 end:1718530071 action:REJECT log-status:OK';
    const [story] = [...findingsOf(log).stories()];
    assert.equal(story?.code, 'request-rejected');
    assert.equal(story.layer, 'unknown');
    assert.doesNotMatch(JSON.stringify(story), /throttle|bandwidth|Cloud Connect/);
  });
});
