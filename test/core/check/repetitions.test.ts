import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Repetitions } from '../../../server/src/core/check/repetitions';
import type { PartRows } from '../../../server/src/core/check/rowIndex';

/** Hashes of which some are alike in the upper bits, as the filter sees them, and some in the lower. */
const hash = fc.oneof(
  fc.integer({ min: 0, max: 6 }),
  fc.integer({ min: 1, max: 6 }).map(n => (n << 28) >>> 0),
  fc.integer({ min: 1, max: 0xffff_ffff }),
);
const rows = fc.array(hash, { maxLength: 30 }).map(hashes => Uint32Array.from(hashes));
const change = fc.record({
  from: fc.nat(8),
  count: fc.nat(3),
  parts: fc.array(rows, { maxLength: 4 }),
});

describe('Repetitions of hashes', () => {
  it('are those that counting all rows finds, after any changes', () => {
    const property = fc.property(
      fc.array(rows, { maxLength: 8 }),
      fc.array(change, { maxLength: 8 }),
      (first, changes) => {
        let number = 0;
        const partOf = (hashes: Uint32Array): PartRows => ({ number: ++number, hashes });
        const repetitions = new Repetitions();
        let parts = first.map(partOf);
        repetitions.count(parts);
        assertSame(repetitions, parts);
        for (const { from, count, parts: fresh } of changes) {
          const come = fresh.map(partOf);
          const gone = parts.slice(from, from + count);
          parts = parts.toSpliced(from, count, ...come);
          if (!repetitions.change(gone, come, parts)) repetitions.count(parts);
          assertSame(repetitions, parts);
        }
      },
    );
    fc.assert(property, { seed: 71, numRuns: 2000 });
  });

  it('are followed row by row, not counted anew, when one row of many changes', () => {
    const hashes = Uint32Array.from({ length: 50_000 }, (_, i) => Math.imul(i + 1, 0x9e3779b1));
    const repetitions = new Repetitions();
    const before = { number: 1, hashes };
    repetitions.count([before]);
    const after = { number: 2, hashes: hashes.with(20_000, hashes[7]!) };
    assert.ok(repetitions.change([before], [after], [after]));
    assert.ok(repetitions.index.hasRepeated(2));
    assert.ok(repetitions.index.isRepeated(hashes[7]!));
    const again = { number: 3, hashes };
    assert.ok(repetitions.change([after], [again], [again]));
    assertSame(repetitions, [again]);
  });

  it('are counted anew when there are many new rows', () => {
    const repetitions = new Repetitions();
    const part = { number: 1, hashes: Uint32Array.of(1, 2, 3) };
    assert.equal(repetitions.change([], [part], [part]), false);
    repetitions.count([part]);
    const many = { number: 2, hashes: new Uint32Array(1 << 20).fill(5) };
    assert.equal(repetitions.change([], [many], [part, many]), false);
  });
});

function assertSame({ index }: Repetitions, parts: readonly PartRows[]): void {
  const counts = new Map<number, number>();
  for (const { hashes } of parts) {
    for (const each of hashes) counts.set(each, (counts.get(each) ?? 0) + 1);
  }
  const isRepeated = (each: number) => each !== 0 && counts.get(each)! > 1;
  for (const { number, hashes } of parts) {
    assert.equal(index.hasRepeated(number), hashes.some(isRepeated));
    assert.deepEqual(
      [...hashes].map(each => index.isRepeated(each)),
      [...hashes].map(isRepeated),
    );
  }
}
