import assert from 'node:assert/strict';
import { Disorder } from '../../../server/src/core/conversation/disorder';
import type { FlowRecord } from '../../../server/src/core/conversation/flowRecord';
import { RecordBatch } from '../../../server/src/core/conversation/recordBatch';
import { TimeRing } from '../../../server/src/core/conversation/timeRing';
import { WindowBounds } from '../../../server/src/core/conversation/windowBounds';
import { finish } from '../../support/checkLog';

function judge(starts: readonly number[], most = 120) {
  const disorder = new Disorder();
  for (const start of starts) disorder.add(start);
  return disorder.judge(most);
}

describe('the order of a log', () => {
  it('is ascending or descending as long as no record is further off than two windows', () => {
    assert.deepEqual(judge([10, 20, 20, 15, 300]), { ordering: 'ascending', seconds: 5 });
    assert.deepEqual(judge([300, 250, 251, 0]), { ordering: 'descending', seconds: 1 });
    assert.deepEqual(judge([300, 0, 200, 900]), { ordering: 'unordered', seconds: 0 });
    assert.deepEqual(judge([0, 500, 380]), { ordering: 'ascending', seconds: 120 });
    assert.equal(judge([0, 500, 379, 800]).ordering, 'unordered');
    assert.equal(judge([]).ordering, 'ascending');
  });
});

const at = (start: number): FlowRecord => ({
  ...{ point: 0, meta: 0, a: 0, b: 0, ports: 0, end: start, packets: start, bytes: 0, signs: 5 },
  start,
  reversed: true,
  accepted: false,
});

describe('records that come nearly in order of time', () => {
  it('come out in order, those of one second by line', () => {
    const starts = [5, 3, 4, 4, 9, 8, 100_000, 99_999];
    const out: number[] = [];
    const ring = new TimeRing(2, false, (_, line) => out.push(line));
    starts.forEach((start, row) => ring.add(at(start), row));
    ring.finish();
    assert.deepEqual(out, [1, 2, 3, 0, 5, 4, 7, 6]);
  });

  it('come out by line when they are read backwards', () => {
    const out: number[] = [];
    const ring = new TimeRing(0, true, (_, line) => out.push(line));
    for (const row of [3, 2, 1, 0]) ring.add(at(7), row);
    ring.finish();
    assert.deepEqual(out, [0, 1, 2, 3]);
  });

  it('are held no longer than the disorder asks', () => {
    let held = 0;
    const ring = new TimeRing(10, false, () => held--);
    let most = 0;
    for (let second = 0; second < 5000; second++) {
      held++;
      ring.add(at(second), second);
      most = Math.max(most, held);
    }
    assert.ok(most <= 12, `${most} rows held`);
  });
});

describe('records from anywhere', () => {
  it('come out in order of time and then of lines', () => {
    const out: [number, FlowRecord][] = [];
    const batch = new RecordBatch();
    [9, 3, 9, 1, 70_000].forEach((start, line) => batch.add(at(start), line));
    finish(batch.drain((record, line) => out.push([line, { ...record }])));
    const lines = [3, 1, 0, 2, 4];
    assert.deepEqual(
      out,
      lines.map(line => [line, at([9, 3, 9, 1, 70_000][line]!)]),
    );
    assert.equal(batch.size, 0);
  });
});

describe('the times of an interface', () => {
  const bounds = (...times: readonly (readonly [number, number])[]) => {
    const seen = new WindowBounds();
    for (const [start, end] of times) seen.add(start, end);
    return seen.areBounds;
  };
  const windows = Array.from({ length: 10 }, (_, i) => [i * 60, i * 60 + 60] as const);

  it('are bounds of windows where all records of a window share them', () => {
    assert.ok(bounds(...windows.flatMap(window => [window, window, window])));
  });

  it('are taken for bounds as long as next to nothing speaks against it', () => {
    assert.ok(bounds([0, 60], [0, 60]));
    assert.ok(bounds([100, 100], [100, 100]));
    assert.ok(
      bounds([23, 60], [23, 60], ...windows.slice(1), [600, 637], [600, 637]),
      'cut short at both ends',
    );
  });

  it('are those of packets where records of one window differ', () => {
    assert.ok(!bounds([0, 60], [5, 60], [7, 20], [61, 90], [62, 90]));
    assert.ok(
      !bounds([100, 103], [100, 103], [400, 431], [900, 902]),
      'lengths that no window has',
    );
  });
});
