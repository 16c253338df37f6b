import { CORE_FIELDS } from '../layouts/fields';
import type { LayoutSet } from '../layouts/layoutSet';
import { LazyView } from '../record/lazyView';
import { readLine } from '../record/readLine';
import type { FieldValue, RecordView } from '../record/recordView';
import { straightView } from '../record/straightView';
import { checkTogether, checkValue, type RuleFinding } from '../rules/checkRecord';
import type { RuleContext } from '../rules/rule';
import { declaredAt, lineText, type Chunk } from '../scan/chunk';
import { DECLARED } from '../scan/faultList';
import { asciiAt, type Fault } from '../scan/faultyRecord';

/** The value at a fault of a line. */
export function valueAt(chunk: Chunk, row: number, { target, start, end }: Fault): FieldValue {
  const line = chunk.lineStarts[row]!;
  // The bytes of a document's chunk are made of its text whenever somebody asks for them.
  const found =
    chunk.text?.slice(line + start, line + end) ?? asciiAt(chunk.bytes, line + start, line + end);
  return { field: CORE_FIELDS[target]!, text: found, start, end };
}

/** What is wrong with a value in a record otherwise in order, whose line is read only if need be. */
export function findingOn(
  value: FieldValue,
  read: () => RecordView,
  context: RuleContext,
): RuleFinding | undefined {
  return checkValue(value, new LazyView(read), context);
}

/** What is wrong with the values on a line together. */
export function findingsTogether(
  chunk: Chunk,
  row: number,
  fault: Fault,
  layouts: LayoutSet,
  context: RuleContext,
): RuleFinding[] {
  const number = fault.start === DECLARED ? declaredAt(chunk, row) : fault.start;
  return checkTogether(straightView(lineText(chunk, row), layouts.at(number)), context);
}

/** The record on a line that is known to be one. */
export function readRecord(chunk: Chunk, row: number, layouts: LayoutSet): RecordView {
  const reading = readLine(lineText(chunk, row), layouts, { declared: declaredAt(chunk, row) });
  if (reading.kind !== 'record') throw new Error(`no record on line ${row + 1} of a chunk`);
  return reading.view;
}
