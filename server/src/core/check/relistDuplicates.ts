import type { Severity } from '../rules/rule';
import { DuplicateList, type Duplicates, type Place } from './listDuplicates';
import type { Problem } from './problem';
import { areSameRows, type RepeatedRow } from './repeatedRow';

/** Rows of changed places from which on all of them are listed again. */
const MOST_ROWS = 64;

/**
 * The list of some places given that of others, most of which are the same: only records with a text
 * that came, went or moved are looked at. Undefined if that are many, or not all are listed.
 */
export function relistDuplicates(
  listed: { readonly places: readonly Place[]; readonly found: Duplicates },
  places: readonly Place[],
  severity: Severity,
): Duplicates | undefined {
  const changed = changedRows(listed.places, places);
  const { problems, count } = listed.found;
  if (!changed || problems.length < count) return undefined;
  const texts = new Set(changed.map(({ text }) => text));
  const before = listWith(texts, listed.places, severity);
  const now = listWith(texts, places, severity);
  if (problems.length - before.count + now.count > listed.found.most) return undefined;
  const gone = new Set(before.problems.map(({ line }) => line));
  const kept = problems.filter(({ line }) => !gone.has(line));
  return {
    count: count - before.count + now.count,
    problems: [...kept, ...now.problems].sort(inOrder),
    most: listed.found.most,
  };
}

/** The repetitions of records with one of these texts. */
function listWith(
  texts: ReadonlySet<string>,
  places: readonly Place[],
  severity: Severity,
): Duplicates {
  const list = new DuplicateList(severity, Infinity);
  for (const { base, rows } of places) {
    for (const row of rows) if (texts.has(row.text)) list.addRow(base, row);
  }
  return list;
}

/** The rows of places that are only in one of two lists, or not the same in both. */
function changedRows(
  before: readonly Place[],
  now: readonly Place[],
): readonly RepeatedRow[] | undefined {
  const changed: RepeatedRow[] = [];
  const gone = new Map(before.map(({ base, rows }) => [base, rows]));
  for (const { base, rows } of now) {
    const was = gone.get(base) ?? [];
    gone.delete(base);
    if (areSameRows(was, rows)) continue;
    changed.push(...was, ...rows);
    if (changed.length > MOST_ROWS) return undefined;
  }
  for (const rows of gone.values()) changed.push(...rows);
  return changed.length > MOST_ROWS ? undefined : changed;
}

const inOrder = (a: Problem, b: Problem) => a.line - b.line;
