import type { Field, FieldKind } from '../layouts/fields';

const NUMBER_KINDS: ReadonlySet<FieldKind> = new Set<FieldKind>([
  'port',
  'protocol',
  'count',
  'time',
  'tcp-flags',
]);

/** Whether the values of a field have a form of their own; of free text nothing can be said. */
export function isNamedKind(field: Field): boolean {
  return field.kind !== 'text';
}

/** Whether the values of a field are whole numbers. */
export function isNumberField(field: Field): boolean {
  return NUMBER_KINDS.has(field.kind);
}
