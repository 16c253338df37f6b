import type { LineReading } from '../record/readLine';
import { LINE } from './columns';
import type { FaultList } from './faultList';
import type { FormRun } from './formRuns';
import type { ScannedLines } from './lineScan';
import { contentEnd, contentEndInText } from './splitLines';

/** A record that runs over several lines of a chunk. */
export interface WrappedRecord {
  readonly row: number;
  readonly rows: number;
  /** The record on one line. */
  readonly text: string;
  /** Where the text of each of its lines, without blanks around it, begins in `text`. */
  readonly pieces: readonly number[];
}

/** Some whole lines of a log, read into columns. Line numbers and places count from its start. */
export interface Chunk extends ScannedLines {
  readonly wrapped: readonly WrappedRecord[];
  /**
   * Rows near the end that read as a piece of a record, as all rows behind them do, and were not
   * put together with others: a record may begin there and go on behind the chunk.
   */
  readonly openRows: readonly number[];
  /** Number of the declared layout in force before and after the chunk; -1 for none. */
  readonly declaredBefore: number;
  readonly declaredAfter: number;
  /** Whether any of its lines declares columns. */
  readonly hasHeader: boolean;
  readonly records: number;
  readonly forms: readonly FormRun[];
  /** Rows that could not be accepted at once, in order: headers, and what rules have to look at. */
  readonly suspects: Uint32Array;
  /** How each of the suspects reads that was read with care, if the scan was to keep that. */
  readonly readings?: readonly (LineReading | undefined)[] | undefined;
  /** Of the suspects that were not: what alone is wrong with them. */
  readonly faults: FaultList;
  /** The bytes as text, where that is plain ASCII and at hand. */
  readonly text?: string | undefined;
  /** A hash a row (rowHash.ts), if they are at hand. */
  readonly rowHashes?: Uint32Array;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The text of a line of the chunk, without its line end. */
export function lineText(chunk: Pick<Chunk, 'bytes' | 'lineStarts' | 'text'>, row: number): string {
  const start = chunk.lineStarts[row]!;
  const end = chunk.lineStarts[row + 1]!;
  const { text } = chunk;
  if (text !== undefined) return text.slice(start, contentEndInText(text, start, end));
  const { bytes } = chunk;
  return decoder.decode(bytes.subarray(start, contentEnd(bytes, start, end)));
}

/** The wrapped record of which a row is a line. */
export function wrappedAt({ wrapped }: Pick<Chunk, 'wrapped'>, row: number) {
  return wrapped.find(record => record.row <= row && row < record.row + record.rows);
}

/** The declared layout in force at a row of a chunk; -1 for none. */
export function declaredAt(chunk: Chunk, row: number): number {
  if (chunk.declaredBefore === chunk.declaredAfter && !chunk.hasHeader) return chunk.declaredAfter;
  const { kind, layout } = chunk.columns;
  for (let above = row - 1; above >= 0; above--) {
    if (kind[above] === LINE.header) return layout[above]!;
  }
  return chunk.declaredBefore;
}
