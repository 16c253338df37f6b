import type { Kernel } from '../../scan/kernel';
import { WIDTHS } from '../fold/widths';
import type { SummaryOptions } from '../options';
import { PLACES, type FoldMap } from './foldMemory';
import { HEADER, HEADER_WORDS } from './tableMemory';

const PAGE = 4096;

/** Makes zero what is not: a page that is only read takes no memory, one that is written does. */
function clearUsedPages({ memory, map }: Kernel): void {
  const words = new Float64Array(memory.buffer);
  const end = Math.floor((map.extra + map.extraSize) / 8);
  for (let page = Math.floor(map.extra / 8); page < end; page += PAGE / 8) {
    const until = Math.min(end, page + PAGE / 8);
    let at = page;
    // Not a number is not zero either.
    while (at < until && words[at] === 0) at++;
    if (at < until) words.fill(0, at, until);
  }
}

/** Makes a kernel's memory ready for a fold. */
export function prepareFold(kernel: Kernel, map: FoldMap, options: SummaryOptions): void {
  const { exports, memory } = kernel;
  // Fresh memory is zero.
  if (kernel.extraUsed) clearUsedPages(kernel);
  kernel.extraUsed = true;
  map.tables.forEach((table, number) => {
    const at = map.headers + number * HEADER_WORDS * 4;
    const header = new Uint32Array(memory.buffer, at, HEADER_WORDS);
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
  new Uint32Array(memory.buffer, map.bucketWidths, WIDTHS.length).set(WIDTHS);
  const told = { ...map, seed: options.seed };
  const places = PLACES.map(place => told[place]);
  new Int32Array(memory.buffer, map.list, places.length).set(places);
  exports.placeFold(map.list);
  exports.emptyAddressBook();
  exports.emptyEndpoints();
  exports.emptyTimeline(options.buckets);
  exports.emptySpan();
  exports.emptyGroups();
}
