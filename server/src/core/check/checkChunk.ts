import { keyValueLayout } from '../layouts/keyValue';
import type { LayoutSet } from '../layouts/layoutSet';
import { readLine, type LineReading } from '../record/readLine';
import type { FieldValue, RecordView } from '../record/recordView';
import { checkHeader, checkLine, checkRecord, type RuleFinding } from '../rules/checkRecord';
import type { RuleContext, Severity } from '../rules/rule';
import { wrappedRecord } from '../rules/wrapped-record';
import { lineText, wrappedAt, type Chunk, type WrappedRecord } from '../scan/chunk';
import { TOGETHER } from '../scan/faultList';
import type { Fault } from '../scan/faultyRecord';
import { findingOn, findingsTogether, readRecord, valueAt } from './faultFindings';
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
  /**
   * Hears, in place of `onFinding`, of a value that is wrong in a record otherwise in order; `read` gives
   * that. For whoever has no use for words.
   */
  onValue?(row: number, value: FieldValue, read: () => RecordView): void;
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
  const { wrapped, faults } = chunk;
  const severityOfWrapped = levels(wrappedRecord);
  const tell = (row: number, found: RuleFinding | undefined) => {
    const severity = found ? levels(found.rule) : 'off';
    if (found && severity !== 'off') listener.onFinding(row, found, severity);
  };
  const tellFault = (row: number, at: Fault) => {
    if (at.target === TOGETHER) {
      for (const found of findingsTogether(chunk, row, at, layouts, context.rules))
        tell(row, found);
      return;
    }
    const value = valueAt(chunk, row, at);
    const read = () => readRecord(chunk, row, layouts);
    if (listener.onValue) listener.onValue(row, value, read);
    else tell(row, findingOn(value, read, context.rules));
  };
  let declared = chunk.declaredBefore;
  let next = 0;
  let fault = 0;
  for (let i = 0; i < chunk.suspects.length; i++) {
    const row = chunk.suspects[i]!;
    const first = fault;
    while (faults.suspectOf(fault) === i) fault++;
    const record = wrapped[next];
    if (record && record.row <= row) {
      // All of its lines are suspects.
      if (record.row === row && severityOfWrapped !== 'off') {
        listener.onWrapped(record, severityOfWrapped);
      }
      if (row === record.row + record.rows - 1) next++;
      continue;
    }
    if (fault > first) {
      for (let n = first; n < fault; n++) tellFault(row, faults.at(n));
      continue;
    }
    const reading = chunk.readings?.[i] ?? readLine(lineText(chunk, row), layouts, { declared });
    for (const found of findingsOf(chunk, row, reading, keys, context)) tell(row, found);
    if (reading.kind === 'header' && reading.declares >= 0) declared = reading.declares;
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
  const problem = { line, start, endLine: line, end, code, severity, message };
  // A log may have a million of them, and a spread of what is not there takes microseconds.
  return fix ? { ...problem, fix: fixOnLine(line, fix) } : problem;
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
  const keyed = layouts.numberOf(keyValueLayout);
  for (const run of chunk.forms.toReversed()) {
    if (run.layout !== keyed) continue;
    for (let above = Math.min(run.lastRow, row - 1); above >= run.row; above--) {
      if (wrappedAt(chunk, above)) continue;
      const reading = readLine(lineText(chunk, above), layouts, { declared: -1 });
      if (reading.kind !== 'record' || reading.layout !== keyed) continue;
      return new Set(reading.view.values.map(value => value.field.name));
    }
  }
  return undefined;
}
