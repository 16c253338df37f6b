import type { Field, FieldKind } from '../layouts/fields';

const NUMBER_KINDS: ReadonlySet<FieldKind> = new Set<FieldKind>([
  'port',
  'protocol',
  'count',
  'time',
  'tcp-flags',
]);

/** Whether the values of a field are whole numbers. */
export function isNumberField(field: Field): boolean {
  return NUMBER_KINDS.has(field.kind);
}
