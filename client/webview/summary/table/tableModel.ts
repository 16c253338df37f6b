import type { RecordFilter } from '../../../../server/src/core/filter/recordFilter';

/** A table as data: drawn on the page, put into the report and copied from the same. */
export interface TableModel {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
  /** What the reader has to know of it beyond its figures. */
  readonly notes: readonly string[];
  /** The column it is sorted by as it comes. */
  readonly sortedBy?: string;
}

export interface Column {
  readonly id: string;
  readonly label: string;
  /** Numbers stand at the right and are first sorted downwards. */
  readonly numeric: boolean;
  readonly hint?: string;
}

export interface TableRow {
  readonly key: string;
  /** What its records are called where they are stepped through. */
  readonly title: string;
  readonly cells: readonly Cell[];
  readonly filter?: RecordFilter;
  /** The first of its lines, from 0. */
  readonly line?: number;
}

export interface Cell {
  /** As it is read. */
  readonly text: string;
  /** As it is sorted and copied. */
  readonly value: string | number | null;
  /** Its part of the whole, drawn as a bar behind it. */
  readonly share?: number;
  readonly hint?: string;
}
