import { coreField, type CoreFieldName, type Field } from './fields';

/** How a line carries its values. */
export type Form = 'positional' | 'key-value' | 'declared';

/** The columns of a form: what stands where, and where that is written down. */
export interface Layout {
  /** Stable name, shown in messages and settings. */
  readonly id: string;
  readonly form: Form;
  /** As a reader would call it. */
  readonly title: string;
  /** Fields in column order; empty for key:value, where each token names its own. */
  readonly columns: readonly Field[];
  /** The document that gives the layout. */
  readonly source: string;
}

export function columnsOf(names: string): readonly Field[] {
  return names.split(' ').map(name => coreField(name as CoreFieldName));
}
