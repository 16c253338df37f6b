import { wrappedRecord } from '../rules/wrapped-record';
import type { Severity } from '../rules/rule';
import type { Chunk } from '../scan/chunk';
import { findFaults, type CheckContext, type Keys } from './checkChunk';

/** Whether a fault is meant: by the code of its rule, or by its severity, an error or a warning. */
export function isMeant(
  rule: string | true,
  { code, severity }: { readonly code: string; readonly severity: Severity },
): boolean {
  return rule === true ? severity === 'error' || severity === 'warning' : code === rule;
}

/**
 * The rows of a chunk on which a rule reports, or that have an error or a warning; what rests on
 * other lines is not looked at. `keys` are the fields of the last key:value record before.
 */
export function faultRows(
  chunk: Chunk,
  rule: string | true,
  keys: Keys,
  context: CheckContext,
): ReadonlySet<number> {
  const rows = new Set<number>();
  const take = (row: number, code: string, severity: Severity) => {
    if (isMeant(rule, { code, severity })) rows.add(row);
  };
  findFaults(chunk, () => keys, context, {
    onFinding: (row, found, severity) => take(row, found.rule.code, severity),
    onWrapped: ({ row }, severity) => take(row, wrappedRecord.code, severity),
  });
  return rows;
}
