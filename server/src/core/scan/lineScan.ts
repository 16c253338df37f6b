import type { LayoutSet } from '../layouts/layoutSet';
import type { Columns } from './columns';
import type { FaultList } from './faultList';
import type { RowSink } from './fillRow';
import type { NameTable } from './names';
import type { PlanSet } from './planSet';
import type { V6Addresses } from './v6Table';

/** Lines in columns, as a scan leaves them. */
export interface ScannedLines {
  readonly bytes: Uint8Array;
  readonly lines: number;
  /** Where each line begins in the bytes; one entry more than lines. */
  readonly lineStarts: Uint32Array;
  readonly columns: Columns;
  readonly names: NameTable;
  readonly v6: V6Addresses;
}

/** The fast part of a scan: goes through lines and accepts those whose every value is ordinary. */
export interface LineScan extends RowSink {
  /** Whether the columns of values are filled; `kind`, `layout` and `flags` always are. */
  readonly keepsValues: boolean;
  /** The row of the next line that was not accepted, its columns empty; -1 at the end. */
  next(plans: PlanSet): number;
  /**
   * Whether nothing is wrong with that line but a few values; the row has all others then, and the list
   * tells of these as those of a suspect. Else it has to be read with care, its columns still empty.
   */
  leavesOut?(row: number, layouts: LayoutSet, suspect: number, faults: FaultList): boolean;
  /** The text of the line that was not accepted. */
  text(): string;
  /** Where runs of records end, faster than by the columns. */
  runEnd?(row: number, rows: number): number;
  /** The lines, after `next` came to the end. */
  finish(): ScannedLines;
}
