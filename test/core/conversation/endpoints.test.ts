import assert from 'node:assert/strict';
import { Endpoints } from '../../../server/src/core/conversation/endpoints';

describe('an endpoint', () => {
  it('is busy from three different peer ports on', () => {
    const endpoints = new Endpoints();
    const add = (peer: number) => endpoints.add(0x0a000004, false, 6, 8080, peer);
    const busy = () => endpoints.isBusy(0x0a000004, false, 6, 8080);
    for (const peer of [40_000, 40_001, 40_000, 40_001]) add(peer);
    assert.ok(!busy());
    assert.ok(endpoints.isQuiet(0x0a000004, false, 6, 8080));
    add(40_002);
    assert.ok(busy());
    assert.ok(!endpoints.isQuiet(0x0a000004, false, 6, 8080));
  });

  it('is another under another protocol, port or family', () => {
    const endpoints = new Endpoints();
    for (const peer of [1, 2, 3]) endpoints.add(5, false, 6, 8080, peer);
    assert.ok(!endpoints.isBusy(5, false, 17, 8080));
    assert.ok(!endpoints.isBusy(5, true, 6, 8080));
    assert.ok(!endpoints.isBusy(5, false, 6, 8081));
    assert.ok(endpoints.isQuiet(5, false, 6, 8081), 'it was never seen');
  });

  it('is found again among a hundred thousand', () => {
    const endpoints = new Endpoints();
    for (let i = 0; i < 100_000; i++) {
      for (let peer = 0; peer <= i % 4; peer++) endpoints.add(i, false, 6, 40_000, 1000 + peer);
    }
    for (let i = 0; i < 100_000; i += 997) {
      assert.equal(endpoints.isBusy(i, false, 6, 40_000), i % 4 >= 2);
    }
  });
});
