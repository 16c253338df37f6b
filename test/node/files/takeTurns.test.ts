import assert from 'node:assert/strict';
import fc from 'fast-check';
import { below, lineIn } from '../../../server/src/core/fold/lineRuns';
import { shareOut, type Stretch } from '../../../server/src/node/files/blocks';
import { lineRunsOf } from '../../../server/src/node/files/lineRunsOf';
import { restOf, takeSome } from '../../../server/src/node/files/takeTurns';

/**
 * What each thread reads when the one that is named next is done with what it had; the first of them
 * merges, if any does.
 */
function readInTurns(
  blocks: number,
  threads: number,
  turns: readonly number[],
  isMerged: boolean,
): Stretch[][] {
  const { own, rest } = shareOut(blocks, threads);
  const left = restOf(rest, threads, isMerged);
  const read = own.map(stretch => [stretch]);
  for (let turn = 0; ; turn++) {
    const next = (turns[turn % turns.length] ?? 0) % threads;
    for (const thread of [next, 0]) {
      const some = takeSome(left, !isMerged || thread === 0);
      if (some) read[thread]!.push(some);
      else if (thread === 0) return read;
    }
  }
}

const turns = fc.array(fc.nat(7), { minLength: 1, maxLength: 30 });
const blockCounts = fc.integer({ min: 1, max: 3000 });
const sharing = [blockCounts, fc.integer({ min: 1, max: 8 }), turns, fc.boolean()] as const;

describe('Blocks of a file for several threads', () => {
  it('are read by one of them each, and by each in their order', () => {
    fc.assert(
      fc.property(...sharing, (blocks, threads, order, isMerged) => {
        const read = readInTurns(blocks, threads, order, isMerged);
        for (const stretches of read) {
          stretches.slice(1).forEach(({ first }, i) => assert.ok(first >= stretches[i]!.end));
        }
        const all = read.flat().sort((a, b) => a.first - b.first || a.end - b.end);
        assert.equal(all[0]!.first, 0);
        assert.equal(all.at(-1)!.end, blocks);
        all.slice(1).forEach(({ first }, i) => assert.equal(first, all[i]!.end));
      }),
    );
  });

  it('are all their own if that is asked for', () => {
    const { own, rest } = shareOut(10, 2, true);
    assert.deepEqual(own, [
      { first: 0, end: 5 },
      { first: 5, end: 10 },
    ]);
    assert.equal(takeSome(restOf(rest, 2, false), true), undefined);
  });

  it('are taken in ever smaller parts by whoever is free', () => {
    const left = restOf({ first: 600, end: 900 }, 2, false);
    const sizes: number[] = [];
    const take = () => takeSome(left, false);
    for (let some = take(); some; some = take()) sizes.push(some.end - some.first);
    assert.deepEqual(sizes.slice(0, 3), [75, 57, 42]);
    assert.equal(sizes.at(-1), 1);
    assert.ok(sizes.length < 25, `${sizes.length} parts`);
  });

  it('are the last few for the thread that merges, while others hand over', () => {
    const left = restOf({ first: 600, end: 900 }, 2, true);
    const ends: number[] = [];
    const take = (merges: boolean) => takeSome(left, merges);
    for (let some = take(false); some; some = take(false)) ends.push(some.end);
    assert.equal(ends.at(-1), 890);
    assert.deepEqual(take(true), { first: 890, end: 900 });
    assert.equal(take(true), undefined);
    const few = restOf({ first: 10, end: 16 }, 2, true);
    assert.equal(few.last, 15, 'a share of them where there are few');
  });

  it('have their lines where they stand in the file', () => {
    const lengths = fc.array(fc.nat(40), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(...sharing, lengths, (blocks, threads, order, isMerged, lengths) => {
        const linesOf = (block: number) => lengths[block % lengths.length]!;
        const starts = [0];
        for (let block = 0; block < blocks; block++) starts.push(starts[block]! + linesOf(block));
        const read = readInTurns(blocks, threads, order, isMerged);
        const results = read.map(stretches => ({
          stretches: stretches.map(({ first, end }) => ({
            ...{ first, declared: [] },
            lines: starts[end]! - starts[first]!,
          })),
        }));
        const { runs, lines } = lineRunsOf(results);
        assert.equal(lines, starts.at(-1));
        read.forEach((stretches, thread) => {
          let counted = 0;
          for (const { first, end } of stretches) {
            for (let block = first; block < end; block++) {
              if (linesOf(block) === 0) continue;
              assert.equal(lineIn(runs[thread]!, counted), starts[block]);
              assert.equal(lineIn(below(7, runs[thread]!), counted), starts[block]! + 7);
              counted += linesOf(block);
            }
          }
          assert.equal(lineIn(runs[thread]!, Infinity), Infinity);
        });
      }),
    );
  });
});
