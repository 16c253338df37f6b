import { coreIndex } from '../layouts/fields';
import { eniLayout } from '../layouts/eni';
import type { Layout } from '../layouts/layout';

/** Where a value stands in its line, in bytes, and its field's place among the core fields. */
export interface Fault {
  readonly target: number;
  readonly start: number;
  readonly end: number;
}

/** The plain ASCII text of some bytes. */
export function asciiAt(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let i = start; i < end; i++) text += String.fromCharCode(bytes[i]!);
  return text;
}

const telling = new WeakMap<Layout, boolean>();

/**
 * Whether a line of a layout's columns with a few values wrong is sure to read as one, if no gap makes
 * them fit better: there is no other layout as wide, and too few columns hold any text for the line to
 * look like a header or key:value text.
 */
export function hasTellingColumns(layout: Layout): boolean {
  if (layout.form !== 'declared') return layout.id === eniLayout.id;
  const known = telling.get(layout);
  if (known !== undefined) return known;
  const core = layout.columns.filter(field => coreIndex(field) >= 0).length;
  telling.set(layout, core * 2 > layout.columns.length);
  return core * 2 > layout.columns.length;
}
