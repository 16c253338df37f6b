import type { FlowTable } from './flowTable';

/** A layout in use, and by how many records. */
export interface FormCount {
  readonly title: string;
  readonly records: number;
}

/** The forms of a table's records, the commonest first. */
export function formsOf(table: FlowTable): FormCount[] {
  const total = new Map<number, number>();
  for (const chunk of table.chunks) {
    for (const { layout, records } of chunk.forms) {
      total.set(layout, (total.get(layout) ?? 0) + records);
    }
  }
  return [...total]
    .sort(([, a], [, b]) => b - a)
    .map(([layout, records]) => ({ title: table.options.layouts.at(layout).title, records }));
}
