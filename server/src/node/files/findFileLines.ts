import { closeSync, fstatSync, openSync } from 'node:fs';
import type { RecordFilter } from '../../core/filter/recordFilter';
import { RecordMatcher } from '../../core/filter/recordMatcher';
import type { FindFileLines } from '../../fileAccess';
import { faultRows } from '../../core/check/faultRows';
import { keysBefore, type Keys } from '../../core/check/checkChunk';
import { DEFAULT_LEVELS } from '../../core/check/levels';
import { LayoutSet } from '../../core/layouts/layoutSet';
import { scanChunk, type ScanOptions } from '../../core/scan/scanChunk';
import { loadKernel } from '../../kernel/loadKernel';
import { BLOCK_SIZE, blockCount, MARGIN, MOST_ROWS } from './blocks';
import { BlockReader } from './readBlock';

/** The first lines of a file, from a line on, of the records that a filter means. */
export async function findFileLines(
  path: string,
  { fault, ...filter }: RecordFilter,
  { from, most, columns, latest, groups, threats }: FindFileLines,
): Promise<number[]> {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const layouts = new LayoutSet();
    const kernel = loadKernel(BLOCK_SIZE + MARGIN, MOST_ROWS, true);
    const options: ScanOptions = { layouts, latest, kernel };
    const reader = new BlockReader(file, size, options);
    const matcher = new RecordMatcher(filter, { layouts, groups, threats });
    const context = {
      layouts,
      levels: DEFAULT_LEVELS,
      rules: { latest, icmpOrder: 'auto' as const },
    };
    // Faults stand on lines that are no record, too.
    const anyLine = Object.keys(filter).length === 0;
    const mask = new Uint8Array(BLOCK_SIZE + MARGIN);
    let keys: Keys;
    const found: number[] = [];
    let declared = columns.length > 0 ? layouts.declare(columns) : -1;
    let first = 0;
    for (let block = 0; block < blockCount(size) && found.length < most; block++) {
      const { bytes, last } = reader.read(block, declared);
      const chunk = scanChunk(bytes, declared, last, options);
      declared = chunk.declaredAfter;
      if (first + chunk.lines > from) {
        const faulty = fault === undefined ? undefined : faultRows(chunk, fault, keys, context);
        if (faulty && anyLine) mask.fill(1, 0, chunk.lines);
        else matcher.select(chunk, mask);
        for (let row = Math.max(0, from - first); row < chunk.lines; row++) {
          const isMeant = mask[row] === 1 && (faulty?.has(row) ?? true);
          if (isMeant && found.length < most) found.push(first + row);
        }
      }
      if (fault !== undefined) keys = keysBefore(chunk, chunk.lines, layouts) ?? keys;
      first += chunk.lines;
      // Other messages get their turn between blocks.
      await new Promise(resolve => setImmediate(resolve));
    }
    return found;
  } finally {
    closeSync(file);
  }
}
