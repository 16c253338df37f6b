import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Books } from '../../../server/src/core/summary/fold/books';
import { crowded } from '../../../server/src/core/summary/group/crowds';
import { SUM, SUMS, WORD, WORDS } from '../../../server/src/core/summary/group/entry';
import { EntryTable } from '../../../server/src/core/summary/group/entryTable';
import { HEAP, type Ground } from '../../../server/src/core/summary/group/ground';
import {
  countWanted,
  eachWanted,
  type Wanted,
} from '../../../server/src/core/summary/group/wanted';
import { KernelGround } from '../../../server/src/core/summary/kernel/kernelGround';
import { summaryOptions } from '../../../server/src/core/summary/options';
import { kernelPartials } from './support/kernelFold';

const options = summaryOptions({ seed: 7 });
const { kernel } = kernelPartials('', options, 1);

/** Few different values, so that many are just at a bound. */
const entry = fc.record({
  a: fc.constantFrom(0, 1, 0x10000, 0x10001, -1, 0x7fffffff),
  marks: fc.constantFrom(0, 1, 2, 3, 1 << 31),
  records: fc.nat(3),
  packets: fc.nat(3),
  bytes: fc.nat(3),
});
type Some = readonly Record<'a' | 'marks' | 'records' | 'packets' | 'bytes', number>[];

const least = fc.tuple(...[0, 1, 2].map(() => fc.constantFrom(0, 1, 2, 3, 4, Infinity)));
const marks = fc.constantFrom(0, 1, 2, 1 << 31);

function tableOf(some: Some, ground: Ground): EntryTable {
  const table = new EntryTable(new Books(7, 100, 100).hashOf('address'), some.length + 1, ground);
  some.forEach(({ a, marks, records, packets, bytes }, number) => {
    table.words[number * WORDS + WORD.a] = a;
    table.words[number * WORDS + WORD.point] = marks;
    table.sums[number * SUMS + SUM.records] = records;
    table.sums[number * SUMS + SUM.packets] = packets;
    table.sums[number * SUMS + SUM.bytes] = bytes;
  });
  table.count = some.length;
  return table;
}

/** The same in the kernel's memory, beside it though the kernel helps, and without any help. */
function tablesOf(some: Some): EntryTable[] {
  const ground = new KernelGround(kernel, options);
  const beside: Ground = {
    take: bytes => HEAP.take(bytes),
    merge: () => false,
    markSeen: () => false,
    joinSeen: () => undefined,
    listWanted: (sums, wanted) => ground.listWanted(sums, wanted),
    listCrowded: (table, marks, least) => ground.listCrowded(table, marks, least),
  };
  return [ground, beside, HEAP].map(where => tableOf(some, where));
}

/** Repeated, so that they are looked through in several goes. */
const entries = fc
  .tuple(fc.array(entry, { minLength: 1, maxLength: 40 }), fc.constantFrom(1, 7, 60))
  .map(([some, times]) => Array.from({ length: times }, () => some).flat());

describe('Entries of a table that are wanted', () => {
  it('are those with a mark or with enough of something, whoever lists them', () => {
    fc.assert(
      fc.property(entries, marks, least, (some, marks, [records = 0, packets = 0, bytes = 0]) => {
        const wanted: Wanted = { marks, least: [records, packets, bytes] };
        const expected = some.flatMap((one, number) => {
          const enough = one.records >= records || one.packets >= packets || one.bytes >= bytes;
          return enough || (one.marks & marks) !== 0 ? [number] : [];
        });
        for (const table of tablesOf(some)) {
          const found: number[] = [];
          eachWanted(table, wanted, number => found.push(number));
          assert.deepEqual(found, expected);
          assert.equal(countWanted(table, wanted), expected.length);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are fewer as soon as less is wanted', () => {
    const some = Array.from({ length: 5000 }, (_, number) => ({
      ...{ a: number, marks: 0, packets: 0, bytes: 0 },
      records: number % 100,
    }));
    for (const table of tablesOf(some)) {
      const wanted: Wanted = { marks: 0, least: [0, Infinity, Infinity] };
      let visits = 0;
      eachWanted(table, wanted, () => {
        visits++;
        wanted.least[0] = 100;
      });
      assert.ok(visits > 0 && visits <= 256, `${visits} visits`);
    }
  });

  it('are those that many others stand with, whoever lists them', () => {
    const atLeast = fc.constantFrom(1, 2, 7, 30);
    fc.assert(
      fc.property(entries, marks, atLeast, (some, marks, least) => {
        const placeOf = (a: number) => (a ^ (a >>> 16)) & 0x3fff;
        const marked = some.filter(one => (one.marks & marks) !== 0);
        const expected = some.flatMap((one, number) => {
          const others = marked.filter(({ a }) => placeOf(a) === placeOf(one.a));
          return (one.marks & marks) !== 0 && others.length >= least ? [number] : [];
        });
        for (const table of tablesOf(some)) {
          assert.deepEqual([...crowded(table, marks, least)], expected);
        }
      }),
      { numRuns: 60 },
    );
  });
});
