import { CORE_FIELDS, coreIndex, type FieldKind } from '../layouts/fields';
import type { Layout } from '../layouts/layout';
import { eniLayout } from '../layouts/eni';
import { GAP, misfit } from '../record/likeness';
import { isValueOf } from '../record/readValue';
import type { FieldValue } from '../record/recordView';

/** Where a value stands in a line, in bytes, and its field's place in {@link CORE_FIELDS}. */
export interface Fault {
  readonly target: number;
  readonly start: number;
  readonly end: number;
}

const SPACE = 0x20;
const ONE = 0x31;
const DASH = 0x2d;

/**
 * The values of a record that are not in order, if it is certain that reading the line with care
 * (record/readLine.ts) would find it to be of the same layout, all other values in order, and nothing
 * wrong with them together. A line all of whose faults can be told by their values alone is read in a
 * fraction of the time so; some exports have the same fault on every line.
 */
export function faultyValues(
  line: Uint8Array,
  faults: readonly Fault[],
  layout: Layout,
): readonly FieldValue[] | undefined {
  const values: FieldValue[] = [];
  for (const { target, start, end } of faults) {
    const field = CORE_FIELDS[target]!;
    const text = String.fromCharCode(...line.subarray(start, end));
    const isName = field.kind === 'interface' || field.kind === 'region';
    // A legal value would be in a column, and other values might contradict it.
    if (!isName && isValueOf(field, text)) return undefined;
    values.push({ field, text, start, end });
  }
  return isCertain(line, values, layout) ? values : undefined;
}

function isCertain(line: Uint8Array, faults: readonly FieldValue[], layout: Layout): boolean {
  switch (layout.form) {
    case 'key-value':
      return true;
    case 'declared':
      return areMostlyCore(layout) && isStraight(line, faults, layout);
    case 'positional':
      return layout.id === eniLayout.id && isStraight(line, faults, layout);
  }
}

/** Whether too few columns hold any text for the line to look like a header or key:value text. */
function areMostlyCore({ columns }: Layout): boolean {
  return columns.filter(field => coreIndex(field) >= 0).length * 2 > columns.length;
}

/**
 * Whether no gap can make the values fit better (`MOST_STRAIGHT` in record/readLine.ts), even if those
 * that are in order cost as much as such values can.
 */
function isStraight(line: Uint8Array, faults: readonly FieldValue[], { columns }: Layout): boolean {
  let cost = 0;
  let fault = 0;
  let start = 0;
  for (let column = 0; column < columns.length; column++) {
    const { kind } = columns[column]!;
    const blank = line.indexOf(SPACE, start);
    const end = blank < 0 ? line.length : blank;
    const value = faults[fault];
    if (value?.start === start) {
      cost += misfit(value.text, value.field);
      fault++;
    } else cost += mostMisfit(kind, line[start]!, end - start);
    if (cost >= 2 * GAP || blank < 0 !== (column === columns.length - 1)) return false;
    start = end + 1;
  }
  return fault === faults.length;
}

/** The most that a value in order can cost (record/likeness.ts), by its first byte and length. */
function mostMisfit(kind: FieldKind, first: number, length: number): number {
  if (first === DASH && length === 1) return kind === 'text' ? 0.1 : GAP;
  switch (kind) {
    case 'version':
      return length <= 2 ? 0 : 0.9;
    case 'account':
      return length > 7 ? 0 : 0.9;
    case 'count':
      return length === 10 ? 0.3 : 0;
    case 'time':
      return first === ONE ? 0 : 0.3;
    case 'protocol':
      return 0.3;
    case 'text':
      return 0.2;
    case 'region':
      return 0.9;
    default:
      return 0;
  }
}
