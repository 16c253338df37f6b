import { explainField } from '../../../server/src/core/explain/explainField';
import { explainValue } from '../../../server/src/core/explain/explainValue';
import type { ExplainContext } from '../../../server/src/core/explain/explanation';
import { tokenSummary } from '../../../server/src/core/explain/tokenSummary';
import { LayoutSet } from '../../../server/src/core/layouts/layoutSet';
import { readLine } from '../../../server/src/core/record/readLine';
import type { FieldValue, RecordView } from '../../../server/src/core/record/recordView';

/** What a hover shows, its lines also as one text to search in. */
export interface Hover {
  readonly headline: string;
  readonly details: readonly string[];
  readonly text: string;
}

export const PLAIN: ExplainContext = { zones: [], icmpOrder: 'auto' };

/**
 * The hover at the `|` in the last line of a log; lines before it may declare its columns. On the
 * key of a key:value token it is the field's, as in the editor.
 */
export function hover(log: string, context: Partial<ExplainContext> = {}): Hover {
  const { record, cursor } = read(log);
  const key = record.values.find(({ key: at }) => at && at.start <= cursor && cursor < at.end);
  const explanation = key
    ? explainField(key.field, record.layout, record.observation)
    : explainValue(record, valueAt(record, cursor), { ...PLAIN, ...context });
  const { headline, next } = explanation;
  const details = [...explanation.details, ...(next === undefined ? [] : [next])];
  return { headline, details, text: [headline, ...details].join('\n') };
}

/** The status bar's text at the `|` in the last line of a log. */
export function summary(log: string): string {
  const { record, cursor } = read(log);
  return tokenSummary(record, valueAt(record, cursor), PLAIN);
}

/** A line read as a record, with a declaring line before it or without. */
export function recordOf(log: string): RecordView {
  const layouts = new LayoutSet();
  let declared = -1;
  for (const line of log.split('\n')) {
    const reading = readLine(line.trim(), layouts, { declared });
    if (reading.kind === 'header') declared = reading.declares;
    if (reading.kind === 'record') return reading.view;
  }
  throw new Error(`no record in: ${log}`);
}

function read(log: string): { record: RecordView; cursor: number } {
  const lines = log.split('\n').map(line => line.trim());
  const cursor = lines.at(-1)!.indexOf('|');
  if (cursor < 0) throw new Error(`no cursor in: ${log}`);
  return { record: recordOf(lines.join('\n').replace('|', '')), cursor };
}

function valueAt(record: RecordView, cursor: number): FieldValue {
  const value = record.values.find(({ start, end }) => start <= cursor && cursor <= end);
  if (!value) throw new Error(`no value at ${cursor} in: ${record.text}`);
  return value;
}
