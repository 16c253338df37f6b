import type { LayoutSet } from '../layouts/layoutSet';
import { readLine, type LineReading } from '../record/readLine';
import type { Chunk, WrappedRecord } from './chunk';
import { FLAG, LINE, type Columns } from './columns';
import { fillRow, type RowSink } from './fillRow';
import { isBroken, joinWrapped, type BrokenLine } from './joinWrapped';
import type { Kernel } from './kernel';
import type { LineScan } from './lineScan';
import { PlanSet } from './planSet';
import { ReferenceScan } from './referenceScan';

/** What stays the same for all chunks of a log. */
export interface ScanOptions {
  readonly layouts: LayoutSet;
  /** Unix seconds after which a time is implausible. */
  readonly latest: number;
  /** The compiled scan; without one the reference scan does the work. */
  readonly kernel?: Kernel | undefined;
}

/**
 * Reads whole lines into a chunk. `declared` is the layout that a header before these lines
 * declared (-1 for none); `last` says that nothing follows.
 */
export function scanChunk(
  bytes: Uint8Array,
  declared: number,
  last: boolean,
  options: ScanOptions,
): Chunk {
  const { kernel, latest } = options;
  const scan =
    kernel && bytes.length <= kernel.capacity
      ? kernel.scan(bytes, last, latest)
      : new ReferenceScan(bytes, last, latest);
  return finishScan(scan, declared, options);
}

/** Takes the lines that a scan does not accept one by one, and makes a chunk of all. */
export function finishScan(scan: LineScan, declared: number, { layouts }: ScanOptions): Chunk {
  const plans = new PlanSet(layouts, declared);
  const broken: BrokenLine[] = [];
  let hasHeader = false;
  let hasSuspects = false;
  for (let row = scan.next(plans); row >= 0; row = scan.next(plans)) {
    hasSuspects = true;
    const reading = readLine(scan.text(), layouts, { declared: plans.declared });
    writeReading(scan, row, reading);
    if (reading.kind === 'header') {
      hasHeader = true;
      if (reading.declares >= 0) plans.declare(reading.declares);
    }
    if (reading.kind === 'record') plans.prefer(reading.layout);
    if (isBroken(reading)) broken.push({ row, declared: plans.declared });
  }
  const lines = scan.finish();
  const wrapped = joinWrapped(lines, broken, layouts);
  return {
    ...lines,
    wrapped,
    openLines: countOpen(lines.lines, broken, wrapped),
    hasHeader,
    hasSuspects,
    declaredBefore: declared,
    declaredAfter: plans.declared,
    records: countRecords(lines.columns, lines.lines),
  };
}

function writeReading(sink: RowSink, row: number, reading: LineReading): void {
  const { columns } = sink;
  columns.kind[row] = LINE[reading.kind];
  if (reading.kind === 'unreadable') columns.flags[row] = FLAG.suspect;
  if (reading.kind === 'header' && reading.declares >= 0) columns.layout[row] = reading.declares;
  if (reading.kind !== 'record') return;
  columns.layout[row] = reading.layout;
  columns.flags[row] = FLAG.suspect;
  fillRow(sink, row, reading.view);
}

/**
 * A chunk of the first lines of another one, where the lines left out are open ones: no line before
 * depends on them.
 */
export function firstLines(chunk: Chunk, lines: number): Chunk {
  const lineStarts = chunk.lineStarts.slice(0, lines + 1);
  return {
    ...chunk,
    bytes: chunk.bytes.subarray(0, lineStarts[lines]),
    lines,
    lineStarts,
    columns: chunk.columns.copy(lines),
    openLines: chunk.openLines - (chunk.lines - lines),
    records: countRecords(chunk.columns, lines),
  };
}

/** How many lines at the end could be pieces of a record that goes on behind them. */
function countOpen(
  lines: number,
  broken: readonly BrokenLine[],
  wrapped: readonly WrappedRecord[],
): number {
  const last = wrapped.at(-1);
  const joined = last ? last.row + last.rows : 0;
  let open = 0;
  while (lines - open > joined && broken.at(-1 - open)?.row === lines - 1 - open) open++;
  return open;
}

function countRecords(columns: Columns, rows: number): number {
  let records = 0;
  for (let row = 0; row < rows; row++) if (columns.kind[row] === LINE.record) records++;
  return records;
}
