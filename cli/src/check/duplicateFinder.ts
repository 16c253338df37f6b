import type { Levels } from '../../../server/src/core/check/levels';
import type { Problem } from '../../../server/src/core/check/problem';
import { duplicateRecord } from '../../../server/src/core/rules/duplicate-record';
import { lineText, type Chunk } from '../../../server/src/core/scan/chunk';
import type { Kernel } from '../../../server/src/core/scan/kernel';
import { wideHashes } from '../../../server/src/core/scan/wideHash';
import { LineTable } from './lineTable';

/**
 * Finds records that have stood in the log before, to the letter, as the log goes by: of each
 * record it keeps a hash of 64 bits and the line, so that memory does not grow with the length of
 * records, and not at all beyond the table's limit.
 */
export class DuplicateFinder {
  private readonly severity;
  private seen: LineTable | undefined;

  /** Of a log of `size` bytes the table is made as large at once as it is likely to have to be. */
  constructor(
    levels: Levels,
    private readonly kernel?: Kernel,
    private readonly size = 0,
  ) {
    this.severity = levels(duplicateRecord);
  }

  /** Records are no longer remembered, only compared with those remembered before. */
  get full(): boolean {
    return this.seen?.full ?? false;
  }

  /** The repeated records of the next chunk, which a kernel has just read, from a line of the log on. */
  find(chunk: Chunk, firstLine: number): Problem[] {
    const { severity } = this;
    if (severity === 'off') return [];
    const problems: Problem[] = [];
    const { bytes, lines } = chunk;
    this.seen ??= new LineTable((this.size / Math.max(1, bytes.length)) * lines);
    this.seen.put(wideHashes(chunk, this.kernel), firstLine, (row, earlier) => {
      const line = firstLine + row;
      const end = lineText(chunk, row).length;
      const message = duplicateRecord.message(earlier + 1);
      const related = {
        ...{ line: earlier, start: 0, endLine: earlier, end },
        message: duplicateRecord.first,
      };
      const range = { line, start: 0, endLine: line, end };
      problems.push({ ...range, code: duplicateRecord.code, severity, message, related });
    });
    return problems;
  }
}
