import type { LayoutSet } from '../layouts/layoutSet';
import { readLine, type LineReading } from '../record/readLine';
import type { Chunk, WrappedRecord } from './chunk';
import { FLAG, LINE } from './columns';
import { FaultList } from './faultList';
import { fillRow } from './fillRow';
import { formRuns, recordsOf } from './formRuns';
import { isBroken, joinWrapped, MOST_WRAPPED_LINES, type BrokenLine } from './joinWrapped';
import type { Kernel } from './kernel';
import type { LineScan } from './lineScan';
import { PlanSet } from './planSet';
import { ReferenceScan } from './referenceScan';

const NO_ROWS = new Uint32Array(0);

/** Open rows are looked for so far from the end: enough for a chunk that is cut short, too. */
const REMEMBERED_ROWS = 2 * MOST_WRAPPED_LINES;

/** What stays the same for all chunks of a log. */
export interface ScanOptions {
  readonly layouts: LayoutSet;
  /** Unix seconds after which a time is implausible. */
  readonly latest: number;
  /** The compiled scan; without one the reference scan does the work. */
  readonly kernel?: Kernel | undefined;
  /** Leaves readings of suspects in chunks that are checked next and then let go. */
  readonly keepReadings?: boolean;
  /**
   * For whoever asks what is wrong, not what the records say: a kernel then fills no columns but
   * `kind`, `layout` and `flags`.
   */
  readonly verdictOnly?: boolean;
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
  const { kernel, latest, verdictOnly } = options;
  if (kernel && bytes.length <= kernel.capacity) {
    const scan = kernel.scan(bytes, last, latest, !verdictOnly);
    const chunk = finishScan(scan, declared, options);
    if (!scan.isFull) return chunk;
  }
  return finishScan(new ReferenceScan(bytes, last, latest), declared, options);
}

/** Takes the lines that a scan does not accept one by one, and makes a chunk of all. */
export function finishScan(scan: LineScan, declared: number, options: ScanOptions): Chunk {
  const { layouts, keepReadings } = options;
  const plans = new PlanSet(layouts, declared);
  const broken: BrokenLine[] = [];
  let hasHeader = false;
  const suspects: number[] = [];
  const readings: (LineReading | undefined)[] = [];
  const faults = new FaultList();
  for (let row = scan.next(plans); row >= 0; row = scan.next(plans)) {
    if (scan.leavesOut?.(row, layouts, suspects.length, faults)) {
      suspects.push(row);
      if (keepReadings) readings.push(undefined);
      continue;
    }
    const reading = readLine(scan.text(), layouts, { declared: plans.declared });
    writeReading(scan, row, reading);
    if (reading.kind === 'blank' || reading.kind === 'comment') continue;
    suspects.push(row);
    if (keepReadings) readings.push(reading);
    if (reading.kind === 'header') {
      hasHeader = true;
      if (reading.declares >= 0) plans.declare(reading.declares);
    }
    if (reading.kind === 'record') plans.prefer(reading.layout);
    if (isBroken(reading)) broken.push({ row, declared: plans.declared });
  }
  const found = scan.finish();
  const { bytes, lines, lineStarts, columns, names, v6 } = found;
  const wrapped = joinWrapped(found, broken, layouts);
  // Columns of their own may know of wrapped records by now.
  const forms = formRuns(columns, lines, columns === scan.columns ? scan : {});
  return {
    // Spreading what was found takes longer than all that comes before it.
    bytes,
    lines,
    lineStarts,
    columns,
    names,
    v6,
    wrapped,
    openRows: openRowsOf(lines, broken, wrapped),
    hasHeader,
    suspects: suspects.length > 0 ? Uint32Array.from(suspects) : NO_ROWS,
    readings: keepReadings ? readings : undefined,
    faults,
    declaredBefore: declared,
    declaredAfter: plans.declared,
    records: recordsOf(forms),
    forms,
  };
}

function writeReading(sink: LineScan, row: number, reading: LineReading): void {
  const { columns } = sink;
  columns.kind[row] = LINE[reading.kind];
  if (reading.kind === 'unreadable') columns.flags[row] = FLAG.suspect;
  if (reading.kind === 'header' && reading.declares >= 0) columns.layout[row] = reading.declares;
  if (reading.kind !== 'record') return;
  columns.layout[row] = reading.layout;
  columns.flags[row] = FLAG.suspect;
  if (sink.keepsValues) fillRow(sink, row, reading.view);
}

/**
 * A chunk of the first lines of another one. The first line left out is an open one, so that no
 * record goes on in it, and no header comes behind it.
 */
export function firstLines(chunk: Chunk, lines: number): Chunk {
  const lineStarts = chunk.lineStarts.slice(0, lines + 1);
  const suspects = chunk.suspects.filter(row => row < lines);
  const forms = formRuns(chunk.columns, lines);
  return {
    ...chunk,
    bytes: chunk.bytes.subarray(0, lineStarts[lines]),
    lines,
    lineStarts,
    columns: chunk.columns.copy(lines),
    suspects,
    readings: chunk.readings?.slice(0, suspects.length),
    openRows: chunk.openRows.filter(row => row < lines),
    wrapped: chunk.wrapped.filter(({ row }) => row < lines),
    records: recordsOf(forms),
    forms,
  };
}

/** The rows near the end at which a record may begin that goes on behind the chunk. */
function openRowsOf(
  lines: number,
  broken: readonly BrokenLine[],
  wrapped: readonly WrappedRecord[],
): number[] {
  const open: number[] = [];
  let joined = wrapped.length - 1;
  for (let row = lines - 1; row >= Math.max(0, lines - REMEMBERED_ROWS); row--) {
    if (broken.at(row - lines)?.row !== row) break;
    while (joined >= 0 && wrapped[joined]!.row > row) joined--;
    const record = wrapped[joined];
    const end = record ? record.row + record.rows : 0;
    // Its last value may go on as well, however whole it looks.
    if (row >= end || (end === lines && row === record?.row)) open.unshift(row);
  }
  return open;
}
