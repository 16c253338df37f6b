import { LINE } from '../scan/columns';
import type { Chunk } from '../scan/chunk';
import type { FlowTable } from './flowTable';

/** A layout in use, and by how many records. */
export interface FormCount {
  readonly title: string;
  readonly records: number;
}

const known = new WeakMap<Chunk, ReadonlyMap<number, number>>();

/** The forms of a table's records, the commonest first. */
export function formsOf(table: FlowTable): FormCount[] {
  const total = new Map<number, number>();
  for (const chunk of table.chunks) {
    for (const [layout, records] of countLayouts(chunk)) {
      total.set(layout, (total.get(layout) ?? 0) + records);
    }
  }
  return [...total]
    .sort(([, a], [, b]) => b - a)
    .map(([layout, records]) => ({ title: table.options.layouts.at(layout).title, records }));
}

function countLayouts(chunk: Chunk): ReadonlyMap<number, number> {
  const counted = known.get(chunk);
  if (counted) return counted;
  const counts = new Map<number, number>();
  const { kind, layout } = chunk.columns;
  for (let row = 0; row < chunk.lines; row++) {
    if (kind[row] === LINE.record) counts.set(layout[row]!, (counts.get(layout[row]!) ?? 0) + 1);
  }
  known.set(chunk, counts);
  return counts;
}
