import type { CoreFieldName, Field } from '../layouts/fields';
import type { Layout } from '../layouts/layout';

/** A stretch of one line, in UTF-16 units from its beginning. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A field's value as it stands in the line. */
export interface FieldValue extends Span {
  readonly field: Field;
  readonly text: string;
  /** Where the key of a key:value token stands; undefined in the other forms. */
  readonly key?: Span;
}

/**
 * A token that belongs to no field: one too many, a key:value token without a known key, or one that
 * may stand in several columns.
 */
export interface StrayToken extends Span {
  readonly text: string;
  readonly reason: 'extra' | 'undecided' | 'unknown-key' | 'no-key' | 'repeated-key';
}

/** A field that the layout asks for and the line does not have, or not at a place that can be told. */
export interface MissingField {
  readonly field: Field;
  /** Where it would stand. */
  readonly at: number;
  /** Its neighbours in the layout that are in the line. */
  readonly after?: Field;
  readonly before?: Field;
  /** Several tokens, or one and none, may be its value. */
  readonly undecided?: true;
}

/** Where a record comes from, which decides what its action means. */
export type ObservationKind = 'eni' | 'nat' | 'dcg' | 'ccn' | 'unknown';

/** One record line taken apart, on demand, for rules, hovers and tokens. */
export interface RecordView {
  readonly text: string;
  readonly layout: Layout;
  readonly observation: ObservationKind;
  readonly values: readonly FieldValue[];
  readonly strays: readonly StrayToken[];
  readonly missing: readonly MissingField[];
  /** The value of a field, if the line has it. */
  value(name: CoreFieldName | (string & {})): FieldValue | undefined;
}
