import type { Levels } from '../../../server/src/core/check/levels';
import type { Problem } from '../../../server/src/core/check/problem';
import { duplicateRecord } from '../../../server/src/core/rules/duplicate-record';
import { lineText, type Chunk } from '../../../server/src/core/scan/chunk';
import { FLAG, LINE } from '../../../server/src/core/scan/columns';
import { LineTable } from './lineTable';

/**
 * Finds records that have stood in the log before, to the letter, as the log goes by: of each
 * record it keeps a hash of 64 bits and the line, so that memory does not grow with the length of
 * records, and not at all beyond the table's limit.
 */
export class DuplicateFinder {
  private readonly seen = new LineTable();
  private readonly severity;

  constructor(levels: Levels) {
    this.severity = levels(duplicateRecord);
  }

  /** Records are no longer remembered, only compared with those remembered before. */
  get full(): boolean {
    return this.seen.full;
  }

  /** The repeated records of the next chunk, which begins at a line of the log. */
  find(chunk: Chunk, firstLine: number): Problem[] {
    const { severity } = this;
    if (severity === 'off') return [];
    const problems: Problem[] = [];
    const { kind, flags } = chunk.columns;
    for (let row = 0; row < chunk.lines; row++) {
      if (kind[row] !== LINE.record || flags[row]! & FLAG.wrapped) continue;
      const line = firstLine + row;
      const start = chunk.lineStarts[row]!;
      const earlier = this.seen.put(chunk.bytes, start, chunk.lineStarts[row + 1]!, line);
      if (earlier < 0) continue;
      const end = lineText(chunk, row).length;
      const message = duplicateRecord.message(earlier + 1);
      const related = {
        ...{ line: earlier, start: 0, endLine: earlier, end },
        message: duplicateRecord.first,
      };
      const range = { line, start: 0, endLine: line, end };
      problems.push({ ...range, code: duplicateRecord.code, severity, message, related });
    }
    return problems;
  }
}
