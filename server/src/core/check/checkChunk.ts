import { keyValueLayout } from '../layouts/keyValue';
import type { LayoutSet } from '../layouts/layoutSet';
import { readLine, type LineReading } from '../record/readLine';
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

/** Hears what is wrong with a chunk's lines; rows count from its beginning. */
export interface FaultListener {
  onFinding(row: number, found: RuleFinding, severity: Severity): void;
  onWrapped(record: WrappedRecord, severity: Severity): void;
}

/**
 * The problems of a chunk's lines, in order, lines counted from its beginning. `keys` gives the
 * fields of the last key:value record before.
 */
export function checkChunk(chunk: Chunk, keys: () => Keys, context: CheckContext): Problem[] {
  const problems: Problem[] = [];
  findFaults(chunk, keys, context, {
    onFinding: (row, { rule, finding }, severity) =>
      problems.push(lineProblem(row, rule.code, severity, finding)),
    onWrapped: (record, severity) => problems.push(wrappedProblem(chunk, record, severity)),
  });
  return problems;
}

/** Tells what {@link checkChunk} does. Only lines that the scan could not accept are looked at. */
export function findFaults(
  chunk: Chunk,
  keys: () => Keys,
  context: CheckContext,
  listener: FaultListener,
): void {
  const { levels, layouts } = context;
  const { kind, layout } = chunk.columns;
  const wrapped = new Map(chunk.wrapped.map(record => [record.row, record]));
  const severityOfWrapped = levels(wrappedRecord);
  let declared = chunk.declaredBefore;
  for (let i = 0; i < chunk.suspects.length; i++) {
    const row = chunk.suspects[i]!;
    if (kind[row] === LINE.continuation) continue;
    const record = wrapped.get(row);
    if (record) {
      if (severityOfWrapped !== 'off') listener.onWrapped(record, severityOfWrapped);
      continue;
    }
    const reading = chunk.readings?.[i] ?? readLine(lineText(chunk, row), layouts, { declared });
    for (const found of findingsOf(chunk, row, reading, keys, context)) {
      const severity = levels(found.rule);
      if (severity !== 'off') listener.onFinding(row, found, severity);
    }
    if (kind[row] === LINE.header) declared = layout[row]!;
  }
}

function findingsOf(
  chunk: Chunk,
  row: number,
  reading: LineReading,
  keys: () => Keys,
  context: CheckContext,
): RuleFinding[] {
  switch (reading.kind) {
    case 'record':
      return checkRecord(reading.view, recordContext(chunk, row, keys, reading.view, context));
    case 'header':
      return checkHeader(reading.tokens);
    case 'unreadable':
      return checkLine(lineText(chunk, row));
    default:
      return [];
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

function wrappedProblem(
  chunk: Chunk,
  { row, rows, text }: WrappedRecord,
  severity: Severity,
): Problem {
  const endLine = row + rows - 1;
  const end = lineText(chunk, endLine).length;
  const range = { line: row, start: 0, endLine, end };
  const fix = { title: wrappedRecord.fixTitle, edits: [{ ...range, text }] };
  const message = wrappedRecord.message(rows);
  return { ...range, code: wrappedRecord.code, severity, message, fix };
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
  const keyed = layouts.numberOf(keyValueLayout);
  for (let above = row; above > 0;) {
    above = layout.lastIndexOf(keyed, above - 1);
    if (above < 0) return undefined;
    if (kind[above] !== LINE.record || flags[above]! & FLAG.wrapped) continue;
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
