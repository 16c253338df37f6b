import type { Kernel } from '../../scan/kernel';
import { COVERED } from '../fold/coverage';
import { KEPT_LINES } from '../fold/firstLines';
import type { TallySums } from '../fold/tally';
import { BUCKET_SIZE, type TimelineData } from '../fold/timeline';
import type { TotalsData, TotalsGroup } from '../fold/totals';
import { WINDOW_WIDTH, type FoldMap } from './foldMemory';

/** Sums by what has few values, as the kernel keeps them at a place. */
export function readGroup(
  { memory: { buffer } }: Kernel,
  at: number,
): { group: TotalsGroup; sums: TallySums } {
  const key = new Uint32Array(buffer, at, 1)[0]!;
  const [records, packets, bytes, line] = new Float64Array(buffer, at + 32, 4);
  return {
    group: {
      layout: key >>> 16,
      protocol: (key >>> 7) & 511,
      kind: (key >>> 4) & 7,
      outcome: key & 15,
    },
    sums: { records: records!, packets: packets!, bytes: bytes!, line: line! },
  };
}

/** What the totals need beyond the groups. */
export function readSpan(
  { exports, memory: { buffer } }: Kernel,
  map: FoldMap,
): Pick<TotalsData, 'protocolLines' | 'span' | 'untimed'> {
  const counts = new Uint8Array(buffer, map.protocolCounts, 257);
  const lines = new Float64Array(buffer, map.protocolLines, counts.length * KEPT_LINES);
  const protocolLines = lines.map((line, i) =>
    i % KEPT_LINES < counts[Math.floor(i / KEPT_LINES)]! ? line : Infinity,
  );
  const span =
    exports.hasSpan() !== 0
      ? ([exports.spanStart() >>> 0, exports.spanEnd() >>> 0, exports.spanLongest()] as const)
      : ([Infinity, -Infinity, 0] as const);
  return { protocolLines, span, untimed: exports.spanUntimed() >>> 0 };
}

/** Stretches of a name's window with the same statuses, in seconds; the last second is within. */
export function readWindow({ memory: { buffer } }: Kernel, at: number) {
  const words = new Uint32Array(buffer, at, 8);
  const first = words[0]!;
  const stretches: { from: number; to: number; bits: number }[] = [];
  for (let slot = 0; slot < 64;) {
    const half = slot >> 5;
    const [ok, noData, skipData] = [words[2 + half]!, words[4 + half]!, words[6 + half]!];
    const bit = slot & 31;
    const bits =
      ((ok >>> bit) & 1) * COVERED.ok +
      ((noData >>> bit) & 1) * COVERED.noData +
      ((skipData >>> bit) & 1) * COVERED.skipData;
    const same = Math.min(sameFrom(ok, bit), sameFrom(noData, bit), sameFrom(skipData, bit));
    const from = (first + slot) * WINDOW_WIDTH;
    slot += same;
    if (bits === 0) continue;
    const to = (first + slot) * WINDOW_WIDTH - 1;
    const before = stretches.at(-1);
    if (before?.bits === bits && before.to === from - 1) before.to = to;
    else stretches.push({ from, to, bits });
  }
  return stretches;
}

/** How many bits of a word from one on are the same as it. */
function sameFrom(word: number, bit: number): number {
  const rest = word >>> bit;
  const others = rest & 1 ? ~rest : rest;
  // The lowest bit of all that differ stands alone in `others & -others`.
  return Math.min(32 - bit, others === 0 ? 32 : 31 - Math.clz32(others & -others));
}

export function readTimeline({ exports, memory: { buffer } }: Kernel, map: FoldMap): TimelineData {
  const count = exports.bucketCount();
  const places = new Uint32Array(buffer, map.bucketNumbers, count);
  const order = Array.from(places.keys()).sort((a, b) => places[a]! - places[b]!);
  const figures = new Float64Array(buffer, map.buckets, count * BUCKET_SIZE);
  const values = new Float64Array(count * BUCKET_SIZE);
  order.forEach((place, i) => {
    const from = place * BUCKET_SIZE;
    values.set(figures.subarray(from, from + BUCKET_SIZE), i * BUCKET_SIZE);
  });
  const numbers = Float64Array.from(order, place => places[place]!);
  return { width: exports.bucketWidth(), numbers, values };
}

export function readAddresses({ exports, memory }: Kernel, map: FoldMap): Uint8Array {
  return memory.slice(map.addressBytes, map.addressBytes + exports.addressCount() * 16);
}
