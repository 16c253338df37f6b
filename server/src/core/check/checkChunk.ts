import type { LayoutSet } from '../layouts/layoutSet';
import { readLine } from '../record/readLine';
import type { RecordView } from '../record/recordView';
import { checkHeader, checkLine, checkRecord, type RuleFinding } from '../rules/checkRecord';
import type { RuleContext, Severity } from '../rules/rule';
import { wrappedRecord } from '../rules/wrapped-record';
import { lineText, type Chunk, type WrappedRecord } from '../scan/chunk';
import { FLAG, LINE } from '../scan/columns';
import type { Levels } from './levels';
import { fixOnLine, type Problem } from './problem';

/** What checking needs beside a chunk. */
export interface CheckContext {
  readonly layouts: LayoutSet;
  readonly levels: Levels;
  readonly rules: Omit<RuleContext, 'previousKeys'>;
}

export type Keys = ReadonlySet<string> | undefined;

/**
 * The problems of a chunk's lines, in order, lines counted from its beginning. Only lines that the
 * scan could not accept are looked at. `keys` gives the fields of the last key:value record before.
 */
export function checkChunk(chunk: Chunk, keys: () => Keys, context: CheckContext): Problem[] {
  const problems: Problem[] = [];
  const { kind, flags } = chunk.columns;
  const wrapped = new Map(chunk.wrapped.map(record => [record.row, record]));
  for (let row = 0; row < chunk.lines; row++) {
    if (!(flags[row]! & (FLAG.suspect | FLAG.wrapped)) && kind[row] !== LINE.header) continue;
    const record = wrapped.get(row);
    if (record) addWrapped(problems, chunk, record, context.levels(wrappedRecord));
    else addLine(problems, chunk, row, keys, context);
  }
  return problems;
}

/** The problems of one line, counted from the chunk's beginning. */
function addLine(
  problems: Problem[],
  chunk: Chunk,
  row: number,
  keys: () => Keys,
  context: CheckContext,
): void {
  const text = lineText(chunk, row);
  // The layout that the scan settled on for a declared line is the one in force there.
  const declared = declaredAt(chunk, row);
  const reading = readLine(text, context.layouts, { declared });
  const findings =
    reading.kind === 'record'
      ? checkRecord(reading.view, recordContext(chunk, row, keys, reading.view, context))
      : reading.kind === 'header'
        ? checkHeader(reading.tokens)
        : reading.kind === 'unreadable'
          ? checkLine(text)
          : [];
  for (const { rule, finding } of findings) {
    const severity = context.levels(rule);
    if (severity !== 'off') problems.push(lineProblem(row, rule.code, severity, finding));
  }
}

function lineProblem(
  line: number,
  code: string,
  severity: Severity,
  { start, end, message, fix }: RuleFinding['finding'],
): Problem {
  const range = { line, start, endLine: line, end };
  return { ...range, code, severity, message, ...(fix ? { fix: fixOnLine(line, fix) } : {}) };
}

function addWrapped(
  problems: Problem[],
  chunk: Chunk,
  { row, rows, text }: WrappedRecord,
  severity: Severity | 'off',
): void {
  if (severity === 'off') return;
  const endLine = row + rows - 1;
  const end = lineText(chunk, endLine).length;
  const range = { line: row, start: 0, endLine, end };
  const fix = { title: wrappedRecord.fixTitle, edits: [{ ...range, text }] };
  const message = wrappedRecord.message(rows);
  problems.push({ ...range, code: wrappedRecord.code, severity, message, fix });
}

function recordContext(
  chunk: Chunk,
  row: number,
  keys: () => Keys,
  view: RecordView,
  { layouts, rules }: CheckContext,
): RuleContext {
  if (view.layout.form !== 'key-value') return rules;
  const previousKeys = keysBefore(chunk, row, layouts) ?? keys();
  return previousKeys ? { ...rules, previousKeys } : rules;
}

/** The fields of the last key:value record above a row; undefined if the chunk has none there. */
export function keysBefore(chunk: Chunk, row: number, layouts: LayoutSet): Keys {
  const { kind, layout, flags } = chunk.columns;
  for (let above = row - 1; above >= 0; above--) {
    if (kind[above] !== LINE.record || layouts.at(layout[above]!).form !== 'key-value') continue;
    if (flags[above]! & FLAG.wrapped) continue;
    const reading = readLine(lineText(chunk, above), layouts, { declared: -1 });
    if (reading.kind !== 'record') continue;
    return new Set(reading.view.values.map(value => value.field.name));
  }
  return undefined;
}

/** The declared layout in force at a row of a chunk; -1 for none. */
export function declaredAt(chunk: Chunk, row: number): number {
  const { kind, layout } = chunk.columns;
  if (chunk.declaredBefore === chunk.declaredAfter && !chunk.hasHeader) return chunk.declaredAfter;
  for (let above = row - 1; above >= 0; above--) {
    if (kind[above] === LINE.header) return layout[above]!;
  }
  return chunk.declaredBefore;
}
