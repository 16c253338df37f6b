import assert from 'node:assert/strict';
import fc from 'fast-check';
import { below, lineIn } from '../../../server/src/core/fold/lineRuns';
import { shareOut, type Stretch } from '../../../server/src/node/files/blocks';
import { lineRunsOf } from '../../../server/src/node/files/lineRunsOf';
import { restOf, takeSome } from '../../../server/src/node/files/takeTurns';

/** What each thread reads when the one that is named next is done with what it had. */
function readInTurns(blocks: number, threads: number, turns: readonly number[]): Stretch[][] {
  const { own, rest } = shareOut(blocks, threads);
  const left = restOf(rest, threads);
  const read = own.map(stretch => [stretch]);
  for (let turn = 0; ; turn++) {
    const some = takeSome(left);
    if (!some) return read;
    read[(turns[turn % turns.length] ?? 0) % threads]!.push(some);
  }
}

const turns = fc.array(fc.nat(7), { minLength: 1, maxLength: 30 });
const sharing = [fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 1, max: 8 }), turns] as const;

describe('Blocks of a file for several threads', () => {
  it('are read by one of them each, and by each in their order', () => {
    fc.assert(
      fc.property(...sharing, (blocks, threads, order) => {
        const read = readInTurns(blocks, threads, order);
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
    assert.equal(takeSome(restOf(rest, 2)), undefined);
  });

  it('are taken in ever smaller parts by whoever is free', () => {
    const left = restOf({ first: 600, end: 900 }, 2);
    const sizes: number[] = [];
    for (let some = takeSome(left); some; some = takeSome(left)) sizes.push(some.end - some.first);
    assert.deepEqual(sizes.slice(0, 3), [75, 57, 42]);
    assert.equal(sizes.at(-1), 1);
    assert.ok(sizes.length < 25, `${sizes.length} parts`);
  });

  it('have their lines where they stand in the file', () => {
    const lengths = fc.array(fc.nat(40), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(...sharing, lengths, (blocks, threads, order, lengths) => {
        const linesOf = (block: number) => lengths[block % lengths.length]!;
        const starts = [0];
        for (let block = 0; block < blocks; block++) starts.push(starts[block]! + linesOf(block));
        const read = readInTurns(blocks, threads, order);
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
