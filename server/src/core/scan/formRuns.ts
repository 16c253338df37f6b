import { LINE, type Columns } from './columns';

/** Records that follow each other, with other lines between them or not, and have one layout. */
export interface FormRun {
  readonly layout: number;
  /** The rows of the first and of the last of them. */
  readonly row: number;
  readonly lastRow: number;
  readonly records: number;
}

/** What knows such ends faster than by looking at the columns. */
interface RunEnds {
  /** The first row from `row` on, a record's, that is no record or one of another layout. */
  runEnd?(row: number, rows: number): number;
}

/** The records of the first `rows` rows, by layout as it changes. */
export function formRuns(columns: Columns, rows: number, ends: RunEnds = {}): FormRun[] {
  const { kind, layout } = columns;
  const runs: FormRun[] = [];
  let run: { -readonly [K in keyof FormRun]: FormRun[K] } | undefined;
  for (let row = 0; row < rows; row++) {
    if (kind[row] !== LINE.record) continue;
    const end = ends.runEnd?.(row, rows) ?? runEndIn(columns, row, rows);
    if (!run || run.layout !== layout[row]) {
      run = { layout: layout[row]!, row, lastRow: row, records: 0 };
      runs.push(run);
    }
    run.lastRow = end - 1;
    run.records += end - row;
    row = end - 1;
  }
  return runs;
}

function runEndIn({ kind, layout }: Columns, row: number, rows: number): number {
  let end = row + 1;
  while (end < rows && kind[end] === LINE.record && layout[end] === layout[row]) end++;
  return end;
}

/** How many records some runs have. */
export function recordsOf(runs: readonly FormRun[]): number {
  return runs.reduce((sum, { records }) => sum + records, 0);
}
