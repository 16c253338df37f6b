import { explainField } from '../core/explain/explainField';
import { explainValue } from '../core/explain/explainValue';
import type { Explanation, ExplainContext } from '../core/explain/explanation';
import { tokenSummary } from '../core/explain/tokenSummary';
import type { FlowLogSettings } from '../core/requests';
import type { Span } from '../core/record/recordView';
import { FLAG, LINE } from '../core/scan/columns';
import type { FlowTable } from '../core/table/flowTable';
import { headerNameAt, recordAt, valueAt } from '../core/table/recordAt';

/** What stands at a place of a table, explained, and the part of the line it takes up. */
export interface ExplainedSpan {
  readonly explanation: Explanation;
  readonly summary: string;
  readonly span: Span;
  /** Name of the field of a record that the value or key is one of. */
  readonly field?: string;
  /** The line on which that record begins. */
  readonly recordLine?: number;
}

/** Explains the value, key or field name at a place; undefined where there is none. */
export function explainAt(
  table: FlowTable,
  line: number,
  character: number,
  settings: FlowLogSettings,
): ExplainedSpan | undefined {
  const name = headerNameAt(table, line, character);
  if (name) {
    const explanation = explainField(name.field, name.layout);
    return { explanation, summary: explanation.headline, span: name };
  }
  const record = recordAt(table, line);
  const found = record && valueAt(record.view, record.placeOf(character));
  if (!found) return undefined;
  const { value } = found;
  const span = record.spanOf(found.span);
  const part = { span, field: value.field.name, recordLine: record.line };
  if (found.part === 'key') {
    const explanation = explainField(value.field, record.view.layout, record.view.observation);
    return { explanation, summary: explanation.headline, ...part };
  }
  const context = explainContext(table, record.line, settings);
  const explanation = explainValue(record.view, value, context);
  const summary = tokenSummary(record.view, value, context);
  return { explanation, summary, ...part };
}

function explainContext(
  table: FlowTable,
  line: number,
  { timeZones, icmpByteOrder }: FlowLogSettings,
): ExplainContext {
  const previousStart = startBefore(table, line);
  return {
    zones: timeZones,
    icmpOrder: icmpByteOrder,
    ...(previousStart === undefined ? {} : { previousStart }),
  };
}

/** Lines above a record in which the record before it is looked for. */
const FURTHEST = 1000;

function startBefore(table: FlowTable, line: number): number | undefined {
  for (let above = line - 1; above >= Math.max(0, line - FURTHEST); above--) {
    const { chunk, row } = table.locate(above)!;
    if (chunk.columns.kind[row] !== LINE.record) continue;
    return chunk.columns.flags[row]! & FLAG.start ? chunk.columns.start[row] : undefined;
  }
  return undefined;
}
