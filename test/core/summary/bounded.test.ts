import assert from 'node:assert/strict';
import fc from 'fast-check';
import { summaryOptions, type SummaryOptions } from '../../../server/src/core/summary/options';
import { foldFor, summarise } from '../../../server/src/core/summary/summarise';
import type { Summary } from '../../../server/src/core/summary/summary';
import { assertTrue, LISTS } from './support/assertTrue';
import { exportLines, type ExportShape } from './support/exportLog';
import { runToEnd, summaryOf, tableOf } from './support/fold';

const EXACT = { records: true, packets: true, bytes: true };

const logOf = (shape: ExportShape) => [...exportLines(shape)].join('\n');

/** The picture after the first pass alone. */
function firstPass(log: string, options: Partial<SummaryOptions>): Summary {
  const table = tableOf(log);
  const fold = foldFor(table, { seed: 7, ...options });
  table.chunks.forEach((chunk, index) => fold.add(chunk, table.firstLine(index)));
  return fold.finish();
}

describe('A summary in little memory', function () {
  this.timeout(120_000);
  const log = logOf({ records: 8000, seed: 1, remotes: 1500, interfaces: 40, faulty: 5 });

  for (const memory of [20_000, 200_000]) {
    it(`of ${memory} bytes is within its bounds after one pass, and after two`, () => {
      const [first, second] = [
        firstPass(log, { memory, top: 10 }),
        summaryOf(log, { memory, top: 10 }),
      ];
      assertTrue(first, log, 10);
      assertTrue(second, log, 10);
      assert.deepEqual([first.wantsSecondPass, second.wantsSecondPass], [true, false]);
    });
  }

  it('has everything exact after the second pass when the doubtful keys fit', () => {
    const memory = 620_000;
    const first = firstPass(log, { memory, top: 10 });
    const second = summaryOf(log, { memory, top: 10 });
    assert.notDeepEqual(first.topConversations.exact, EXACT, 'was in doubt');
    for (const name of LISTS) assert.deepEqual(second[name].exact, EXACT, name);
    const figures = second.approximate.filter(({ by }) => by !== 'count');
    assert.deepEqual(figures, []);
    assertTrue(second, log, 10);
  });

  it('keeps totals, timeline and coverage exact whatever the memory', () => {
    const [small, large] = [summaryOf(log, { memory: 20_000 }), summaryOf(log)];
    const counted = ['accounts', 'interfaces', 'seenAtSeveralPoints'];
    for (const [name, value] of Object.entries(large.totals)) {
      if (counted.includes(name)) continue;
      assert.deepEqual(small.totals[name as keyof typeof small.totals], value, name);
    }
    assert.deepEqual(small.timeline, large.timeline);
    assert.deepEqual(small.coverage, large.coverage);
    assert.deepEqual(small.byProtocol, large.byProtocol);
  });

  it('is true of any log, any memory and any cut', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.integer({ min: 1000, max: 200_000 }),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 2000 }),
        (seed, memory, parts, most, remotes) => {
          const log = logOf({ records: 1200, seed, remotes, interfaces: 1 + (seed % 60) });
          const table = tableOf(log, 10_000);
          const options = summaryOptions({ seed, memory, top: most });
          const whole = foldFor(table, options);
          for (let part = 0; part < parts; part++) {
            const fold = foldFor(table, options);
            table.chunks.forEach((chunk, index) => {
              if (index % parts === part) fold.add(chunk, table.firstLine(index));
            });
            whole.merge([{ partial: fold.partial() }]);
          }
          assertTrue(whole.finish(), log, most);
          assertTrue(runToEnd(summarise(table, options)), log, most);
        },
      ),
      { seed: 21, numRuns: 40 },
    );
  });

  it('stays true of keys that are all different', () => {
    const lines = Array.from({ length: 12_000 }, (_, i) => {
      const ends = `2001:db8::${i.toString(16)} 10.0.${i >> 8}.${i & 255}`;
      const ports = `${40_000 + (i % 20_000)} ${i}`;
      const eni = `eni-${i.toString(36).padStart(8, '0')}`;
      return `2 1251762227 ${eni} ${ends} ${ports} 6 1 40 1655104384 1655104390 REJECT OK`;
    });
    const log = lines.join('\n');
    const summary = summaryOf(log, { memory: 50_000, top: 10 });
    assertTrue(summary, log, 10);
    const said = summary.approximate.map(({ text }) => text).join('\n');
    assert.match(said, /^Conversations: there are at least [\d,]+ different ones\.$/m);
    assert.match(said, /^Rejected sources by bytes: what is listed may have up to /m);
    assert.doesNotMatch(said, /topConversations|rejectedSources/);
  });
});
