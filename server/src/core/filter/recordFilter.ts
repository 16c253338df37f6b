import type { ObservationKind } from '../record/recordView';

/** A stretch of time in Unix seconds; `to` is the first second after it. */
export interface TimeRange {
  readonly from: number;
  readonly to: number;
}

/** Records between two addresses at one port, in both directions (see `conversationEnds`). */
export interface ConversationFilter {
  readonly client: string;
  readonly server: string;
  /** IANA protocol number; null where records have none. */
  readonly protocol: number | null;
  /** The lower of the two ports; null where there are not two. */
  readonly port: number | null;
}

/**
 * Which records are meant: those of which all that is given is true. Plain data, so that it can
 * stand behind any figure as the way back to its lines. A value that a record lacks, or has in an
 * illegal spelling, fulfils nothing but the word `none`.
 */
export interface RecordFilter {
  /** The id of a layout. */
  readonly form?: string;
  readonly observation?: ObservationKind;
  /** The interface or CCN at which the record was made. */
  readonly point?: string;
  readonly account?: string;
  /** An address, or a block of them (`10.0.0.0/8`). */
  readonly source?: string;
  readonly destination?: string;
  /** As `source`, for either end. */
  readonly address?: string;
  /** Likewise: with `address`, records between the two, whichever way. */
  readonly peer?: string;
  /** A label of the user's blocks, for either end. */
  readonly group?: string;
  /** A label of the user's list of known threats, for either end. */
  readonly threat?: string;
  readonly sourcePort?: number;
  readonly destinationPort?: number;
  /** Either port. */
  readonly port?: number;
  /** IANA protocol number. */
  readonly protocol?: number | 'none';
  readonly conversation?: ConversationFilter;
  readonly action?: 'ACCEPT' | 'REJECT' | 'none';
  readonly status?: 'OK' | 'NODATA' | 'SKIPDATA' | 'none';
  /** The record's time: its start, or its end if it has no start. */
  readonly time?: TimeRange;
  /** Where a CCN record was made, and from where to where its traffic went. */
  readonly region?: string;
  readonly sourceRegion?: string;
  readonly destinationRegion?: string;
  /**
   * Records with an error or a warning; with a rule's code, those on which that rule has a word to
   * say. Where nothing else is asked for, lines that are no record count too.
   */
  readonly fault?: true | string;
}
