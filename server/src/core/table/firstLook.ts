import type { Chunk } from '../scan/chunk';
import type { Kernel } from '../scan/kernel';
import { hashRows } from '../scan/rowHash';
import type { WordStore } from '../scan/wordStore';

/** What a document keeps of a first look at a chunk: all but its bytes and its values. */
export interface FirstLook extends Omit<
  Chunk,
  'bytes' | 'text' | 'columns' | 'names' | 'v6' | 'readings'
> {
  readonly rowHashes: Uint32Array;
}

/** Keeps a first look at a chunk that has just been read, by this kernel if there is one. */
export function keepLook(scanned: Chunk, kernel: Kernel | undefined, store: WordStore): FirstLook {
  const { lines, lineStarts } = scanned;
  const ends = lines + 1;
  return {
    lines,
    lineStarts: lineStarts.length === ends ? lineStarts : store.keep(lineStarts.subarray(0, ends)),
    wrapped: scanned.wrapped,
    openRows: scanned.openRows,
    declaredBefore: scanned.declaredBefore,
    declaredAfter: scanned.declaredAfter,
    hasHeader: scanned.hasHeader,
    records: scanned.records,
    forms: scanned.forms,
    suspects: scanned.suspects,
    faults: scanned.faults,
    rowHashes: hashRows(scanned, kernel, store),
  };
}
