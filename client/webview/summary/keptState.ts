import { FIRST_CHOICES } from './firstChoices';
import type { Choices, KeptState, Sort } from './messages';

export const TOPS: readonly number[] = [10, 25, 100];
export const METRICS: readonly Choices['by'][] = ['records', 'packets', 'bytes'];

/** What was kept of a page; whatever is not as it should be is left out. */
export function readKept(kept: unknown): KeptState {
  const { uris, choices, sorts, opened, scroll } = fields(kept);
  return {
    uris: Array.isArray(uris) ? uris.filter(uri => typeof uri === 'string') : [],
    choices: readChoices(choices),
    sorts: Object.fromEntries(Object.entries(fields(sorts)).filter(isSort)),
    opened: Array.isArray(opened) ? opened.filter(id => typeof id === 'string') : [],
    scroll: typeof scroll === 'number' ? scroll : 0,
  };
}

function readChoices(kept: unknown): Choices {
  const { by, top, time, series } = fields(kept);
  const { from, to } = fields(time);
  const inOrder = isFinite(from) && isFinite(to) && from < to;
  return {
    by: METRICS.find(metric => metric === by) ?? FIRST_CHOICES.by,
    top: TOPS.find(count => count === top) ?? FIRST_CHOICES.top,
    time: inOrder ? { from, to } : null,
    series: series === true,
  };
}

function isSort(entry: [string, unknown]): entry is [string, Sort] {
  const { column, descending } = fields(entry[1]);
  return typeof column === 'string' && typeof descending === 'boolean';
}

function isFinite(value: unknown): value is number {
  return Number.isFinite(value);
}

function fields(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
