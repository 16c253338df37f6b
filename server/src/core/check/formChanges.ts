import type { LayoutSet } from '../layouts/layoutSet';
import { formChanged } from '../rules/form-changed';
import { lineText, type Chunk } from '../scan/chunk';
import type { Levels } from './levels';
import type { Problem } from './problem';

/** Where the form changes from one record to the next, lines counted from the chunk's beginning. */
export function findFormChanges(
  chunk: Chunk,
  layoutBefore: number,
  layouts: LayoutSet,
  levels: Levels,
): Problem[] {
  const severity = levels(formChanged);
  if (severity === 'off') return [];
  const problems: Problem[] = [];
  let before = layoutBefore;
  for (const { layout: now, row } of chunk.forms) {
    if (before >= 0 && now !== before) {
      const message = formChanged.message(layouts.at(before), layouts.at(now));
      const range = { line: row, start: 0, endLine: row, end: lineText(chunk, row).length };
      problems.push({ ...range, code: formChanged.code, severity, message });
    }
    before = now;
  }
  return problems;
}

/** The layout of a chunk's last record; -1 if it has none. */
export function lastLayout(chunk: Chunk): number {
  return chunk.forms.at(-1)?.layout ?? -1;
}
