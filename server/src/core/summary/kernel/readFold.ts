import type { Kernel } from '../../scan/kernel';
import { COVERED } from '../fold/coverage';
import { KEPT_LINES } from '../fold/firstLines';
import type { TallySums } from '../fold/tally';
import { BUCKET_SIZE, type TimelineData } from '../fold/timeline';
import type { TotalsData, TotalsGroup } from '../fold/totals';
import type { FoldMap } from './foldMemory';

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
export function readSpan({
  exports,
  memory: { buffer },
}: Kernel): Pick<TotalsData, 'protocolLines' | 'span' | 'untimed'> {
  const counts = new Uint8Array(buffer, exports.protocolCounts.value, 257);
  const lines = new Float64Array(buffer, exports.protocolLines.value, counts.length * KEPT_LINES);
  const protocolLines = lines.map((line, i) =>
    i % KEPT_LINES < counts[Math.floor(i / KEPT_LINES)]! ? line : Infinity,
  );
  const span =
    exports.hasSpan() !== 0
      ? ([exports.spanStart() >>> 0, exports.spanEnd() >>> 0, exports.spanLongest()] as const)
      : ([Infinity, -Infinity, 0] as const);
  return { protocolLines, span, untimed: exports.spanUntimed() >>> 0 };
}

/** What a name has in each slot of its window, as {@link COVERED} says; there until the next call. */
export function readWindow({ memory: { buffer } }: Kernel, at: number) {
  const words = new Uint32Array(buffer, at, 8);
  for (let slot = 0; slot < slotBits.length; slot++) {
    const half = slot >> 5;
    const bit = slot & 31;
    slotBits[slot] =
      ((words[2 + half]! >>> bit) & 1) * COVERED.ok +
      ((words[4 + half]! >>> bit) & 1) * COVERED.noData +
      ((words[6 + half]! >>> bit) & 1) * COVERED.skipData;
  }
  return { first: words[0]!, bits: slotBits };
}

const slotBits = new Uint8Array(64);

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
