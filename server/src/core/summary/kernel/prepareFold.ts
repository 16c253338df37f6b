import type { Kernel } from '../../scan/kernel';
import { WIDTHS } from '../fold/widths';
import type { SummaryOptions } from '../options';
import { PLACES, type FoldMap } from './foldMemory';
import { HEADER, HEADER_WORDS } from './tableMemory';

/** Makes a kernel's memory ready for a fold. */
export function prepareFold(kernel: Kernel, map: FoldMap, options: SummaryOptions): void {
  const { exports, memory } = kernel;
  const { extra, extraSize } = kernel.map;
  // Fresh memory is zero.
  if (kernel.extraUsed) exports.clearUsed(extra, extra + extraSize);
  kernel.extraUsed = true;
  map.tables.forEach((table, number) => {
    const at = exports.tables.value + number * HEADER_WORDS * 4;
    const header = new Uint32Array(memory.buffer, at, HEADER_WORDS).fill(0);
    header[HEADER.entries] = table.entries;
    header[HEADER.apart] = table.apart;
    header[HEADER.index] = table.index;
    header[HEADER.mask] = table.slots - 1;
    header[HEADER.most] = table.most;
    header[HEADER.kind] = table.kind;
    header[HEADER.spillBuckets] = table.spillBuckets;
    header[HEADER.spillSeen] = table.spillSeen;
    header[HEADER.spillShift] = 32 - Math.log2(table.buckets);
    header[HEADER.spillSeenMask] = table.seenWords * 32 - 1;
  });
  new Uint32Array(memory.buffer, exports.bucketWidths.value, WIDTHS.length).set(WIDTHS);
  const told = { ...map, seed: options.seed };
  const places = PLACES.map(place => told[place]);
  new Int32Array(memory.buffer, map.list, places.length).set(places);
  exports.placeFold(map.list);
  exports.emptyAddressBook();
  exports.emptyEndpoints();
  exports.emptyTimeline(options.buckets);
  exports.emptySpan();
  exports.emptyGroups();
  exports.emptySums();
}
