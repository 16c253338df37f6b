import assert from 'node:assert/strict';
import { UnreadRecords } from '../../../server/src/core/conversation/unreadRecords';

const NOBODY = -1;

/** The line that a search between the addresses 1 and 2 finds, from second 100 to 200. */
function found(records: readonly Partial<Parameters<UnreadRecords['add']>[0]>[], kept = true) {
  const unread = new UnreadRecords();
  records.forEach((record, line) => {
    unread.add({ line, v6: false, source: 1, destination: 2, from: 120, to: 130, ...record }, kept);
  });
  return unread.lineBetween([1, 2], false, 100, 200);
}

describe('Records that cannot be read in full', () => {
  it('are found in either direction, and by the one address that can be read', () => {
    assert.equal(found([{}]), 0);
    assert.equal(found([{ source: 2, destination: 1 }]), 0);
    assert.equal(found([{ source: NOBODY }]), 0);
    assert.equal(found([{ source: NOBODY, destination: NOBODY }]), 0);
    assert.equal(
      found([{ source: 3 }, { destination: 3 }, { source: NOBODY, destination: 3 }]),
      undefined,
    );
  });

  it('are not those of the other address family', () => {
    assert.equal(found([{ v6: true }]), undefined);
    assert.equal(found([{ v6: true, source: NOBODY, destination: NOBODY }]), 0);
  });

  it('are found where they share a second with the time, in whatever order they come', () => {
    assert.equal(
      found([
        { from: 201, to: 300 },
        { from: 10, to: 99 },
      ]),
      undefined,
    );
    assert.equal(
      found([
        { from: 201, to: 300 },
        { from: 10, to: 100 },
      ]),
      1,
    );
    assert.equal(
      found([
        { from: 200, to: 300 },
        { from: 10, to: 99 },
      ]),
      0,
    );
    assert.equal(
      found([
        { from: 0, to: 1000 },
        { from: 50, to: 60 },
      ]),
      0,
    );
  });

  it('are in doubt at any time when some were not kept', () => {
    assert.equal(found([{ from: 10, to: 20, source: 3 }], false), 0);
  });
});
