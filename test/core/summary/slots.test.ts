import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Slots } from '../../../server/src/core/summary/fold/slots';

/** Runs of slots with bits, in any order. */
const runs = fc.array(
  fc.record({ first: fc.nat(300), length: fc.integer({ min: 1, max: 40 }), bits: fc.nat(7) }),
  { maxLength: 40 },
);

describe('Slots of time', () => {
  it('have what was added to them, in whichever order it came', () => {
    fc.assert(
      fc.property(runs, runs, (some, others) => {
        const expected = new Map<number, number>();
        const [slots, more] = [new Slots(), new Slots()];
        const addTo = (to: Slots, { first, length, bits }: (typeof some)[number]) => {
          to.addRun(first, first + length - 1, bits);
          for (let slot = first; slot < first + length; slot++) {
            expected.set(slot, (expected.get(slot) ?? 0) | bits);
          }
        };
        for (const run of some) addTo(slots, run);
        for (const run of others) addTo(more, run);
        slots.merge(more.data(), 1, 1);
        const found = new Map<number, number>();
        let last = -1;
        slots.eachRun((from, to, bits) => {
          assert.ok(from >= last && to > from);
          last = to;
          for (let slot = from; slot < to; slot++) found.set(slot, bits);
        });
        const known = [...expected].filter(([, bits]) => bits !== 0).sort(([a], [b]) => a - b);
        assert.deepEqual([...found], known);
        assert.equal(slots.size, known.length);
        const numbers = [...slots.data().numbers];
        assert.deepEqual(
          numbers,
          [...new Set(numbers)].sort((a, b) => a - b),
        );
      }),
    );
  });

  it('are merged into wider ones, of far later times too', () => {
    const widths = fc.constantFrom([60, 300], [60, 900], [300, 3600], [60, 86_400]);
    const sinces = fc.constantFrom(0, 29_000_003);
    fc.assert(
      fc.property(runs, widths, sinces, (some, [from = 1, to = 1], since) => {
        const [narrow, wide] = [new Slots(), new Slots()];
        const expected = new Map<number, number>();
        for (const { first, length, bits } of some) {
          narrow.addRun(since + first, since + first + length - 1, bits);
          for (let slot = since + first; bits !== 0 && slot < since + first + length; slot++) {
            const wider = Number((BigInt(slot) * BigInt(from)) / BigInt(to));
            expected.set(wider, (expected.get(wider) ?? 0) | bits);
          }
        }
        wide.merge(narrow.data(), from, to);
        const found: [number, number][] = [];
        wide.eachRun((first, end, bits) => {
          for (let slot = first; slot < end; slot++) found.push([slot, bits]);
        });
        assert.deepEqual(
          found,
          [...expected].sort(([a], [b]) => a - b),
        );
      }),
    );
  });
});
