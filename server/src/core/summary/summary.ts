import type { RecordFilter } from '../filter/recordFilter';
import type { ObservationKind } from '../record/recordView';

/**
 * The whole of a log on one page, as plain data. "Records" are lines read as a record, faulty and
 * NODATA ones included; packets and bytes add up valid values, those of NODATA and SKIPDATA left
 * out. All figures are as recorded: a flow that was seen at two points counts twice, and is marked
 * where it shows. Lines count from 0, times are Unix seconds.
 */
export interface Summary {
  readonly totals: Totals;
  readonly byForm: readonly FormRow[];
  readonly byObservation: readonly ObservationRow[];
  readonly byAction: readonly Row[];
  readonly byLogStatus: readonly Row[];
  readonly byProtocol: readonly ProtocolRow[];
  readonly faultsByRule: readonly RuleRow[];
  readonly accounts: Ranking<Row>;
  readonly interfaces: Ranking<InterfaceRow>;
  readonly natGateways: Ranking<InterfaceRow>;
  readonly topSources: Ranking<Row>;
  readonly topDestinations: Ranking<Row>;
  readonly topDestinationPorts: Ranking<PortRow>;
  readonly topConversations: Ranking<ConversationRow>;
  readonly rejectedSources: Ranking<Row>;
  readonly rejectedPorts: Ranking<PortRow>;
  readonly rejectedPairs: Ranking<PairRow>;
  readonly regionPairs: Ranking<RegionPairRow>;
  readonly groups: readonly GroupRow[];
  readonly timeline: Timeline;
  readonly coverage: Coverage;
  /** Figures over time of the largest sources, protocols and region pairs; after a second pass. */
  readonly series: readonly Series[];
  readonly findings: readonly Finding[];
  /** Everything that is not exact, and by how much at most; empty when all is. */
  readonly approximate: readonly Approximation[];
  /** Whether a second pass over the log would settle what is in doubt, or bring the series. */
  readonly wantsSecondPass: boolean;
}

export type Metric = 'records' | 'packets' | 'bytes';
export const METRIC_NAMES: readonly Metric[] = ['records', 'packets', 'bytes'];

export type Counts = Readonly<Record<Metric, number>>;

export interface Totals extends Counts {
  readonly lines: number;
  /** Problems of severity error or warning, as the checker counted them. */
  readonly faults: number;
  /** Least and greatest time in any record; null if none has one. */
  readonly start: number | null;
  readonly end: number | null;
  /** How long the longest record lasts, in seconds from its start to its end. */
  readonly longest: number;
  /** Where nearly all records lie, if a few others make the span and so all averages misleading. */
  readonly stretched: Stretched | null;
  /** Records without a time, which no timeline shows. */
  readonly untimed: number;
  readonly accepted: Counts;
  /** Action REJECT: refused by security group or ACL, or, on CCN records, throttled. */
  readonly rejected: Counts;
  /** The CCN records among the rejected ones. */
  readonly throttled: Counts;
  /** Share of REJECT among the records with a legible action; null if there are none. */
  readonly deniedShare: number | null;
  /** How many different ones there are; a least number where `approximate` says so. */
  readonly accounts: number;
  readonly interfaces: number;
  /** Conversations with records from more than one observation point, as recorded. */
  readonly seenAtSeveralPoints: Counts & { readonly conversations: number };
}

/** The time in which nearly all records start, and how many do not. */
export interface Stretched {
  readonly from: number;
  readonly to: number;
  readonly outside: number;
  /** The same in a sentence. */
  readonly text: string;
}

/** A line of a table: a key, its figures and the way back to its records. */
export interface Row extends Counts {
  readonly key: string;
  /** The first of its lines. */
  readonly line: number;
  readonly filter: RecordFilter;
  /** How much more it can have at most; absent where the figures are exact. */
  readonly atMost?: Counts;
}

export interface FormRow extends Row {
  readonly title: string;
}

export interface ObservationRow extends Row {
  readonly observation: ObservationKind;
  readonly rejected: Counts;
}

export interface ProtocolRow extends Row {
  /** IANA protocol number; null for records without one. */
  readonly protocol: number | null;
  /** Share of all records. */
  readonly share: number;
}

export interface RuleRow {
  readonly key: string;
  readonly count: number;
  readonly filter: RecordFilter;
}

export interface PortRow extends Row {
  readonly protocol: number | null;
  readonly port: number;
  /** The service that IANA registered for the port. */
  readonly service?: string;
}

export interface PairRow extends Row {
  readonly source: string;
  readonly destination: string;
}

export interface ConversationRow extends Row {
  /** The end with the higher port, or of an echo request; else the lower address. */
  readonly client: string;
  readonly server: string;
  readonly protocol: number | null;
  /** The lower of the two ports; null where there are not two. */
  readonly port: number | null;
  readonly service?: string;
  /**
   * Whether ports or an ICMP type make the client look like the end that began: one port is from
   * 32768 on and the other below, and not 0.
   */
  readonly directed: boolean;
  /** Records of it were made at more than one point, so the figures may count packets twice. */
  readonly seenAtSeveralPoints: boolean;
}

export interface InterfaceRow extends Row {
  readonly observation: ObservationKind;
  readonly rejected: Counts;
  /** Share of REJECT among all its records; null if no record of the log has a legible action. */
  readonly rejectedShare: number | null;
  /** Bits per second over the time span of the log; null if that is not known. */
  readonly bitsPerSecond: number | null;
}

export interface RegionPairRow extends Row {
  readonly source: string;
  readonly destination: string;
  /**
   * Where the records were made that are counted: for each CCN the side with the most bytes, so
   * that traffic recorded on both counts once. Several, if CCNs differ.
   */
  readonly countedAt: 'source' | 'destination' | 'elsewhere' | 'several';
  readonly counted: Counts;
  /** For each CCN what the side that recorded most of it has. */
  readonly throttled: Counts;
  /** Share of throttled in all that those sides recorded, by each metric. */
  readonly throttledShare: Counts;
  /** Bits and packets per second over the time span of the log; null if that is not known. */
  readonly bitsPerSecond: number | null;
  readonly packetsPerSecond: number | null;
  /** A CCN has records of both regions, perhaps of the same traffic. */
  readonly seenAtBothRegions: boolean;
}

export interface GroupRow extends Row {
  readonly asSource: Counts;
  readonly asDestination: Counts;
}

/**
 * The largest by each metric, in one list sorted by one of them: its first N are the top N by
 * that metric, and sorted anew it serves the others, for N up to the `top` that was asked for.
 */
export interface Ranking<R extends Row> {
  readonly rows: readonly R[];
  /** How many keys there are in all; at least, unless `keysExact`. */
  readonly keys: number;
  readonly keysExact: boolean;
  /** Whether list and figures are proved by each metric. */
  readonly exact: Readonly<Record<Metric, boolean>>;
  /** What a key that is not listed can have at most, by each metric. */
  readonly outside: Counts;
}

export interface Timeline {
  /** Seconds in a bucket. */
  readonly width: number;
  /** Those with records, ascending; where the next does not follow at once is a gap. */
  readonly buckets: readonly Bucket[];
}

export interface Bucket extends Counts {
  readonly start: number;
  readonly accepted: Counts;
  readonly rejected: Counts;
  readonly noData: number;
  readonly skipData: number;
  readonly line: number;
}

export type CoverageState = 'ok' | 'no-data' | 'skip-data' | 'missing';

/** Slots of time one after the other with the same state, from one second to before another. */
export interface CoverageRun {
  readonly from: number;
  readonly to: number;
  readonly state: CoverageState;
}

/**
 * For which times an interface has records. A slot is at least twice as long as the longest record,
 * of those that last ten minutes at most: where times are window bounds, a slot without any means
 * that a capture window left no record; where they are those of packets, it means nothing more than
 * that. SKIPDATA goes before OK, OK before NODATA.
 */
export interface Coverage {
  /** Seconds in a slot. */
  readonly width: number;
  readonly from: number;
  readonly to: number;
  readonly points: readonly CoveragePoint[];
  /** There are more interfaces than are shown. */
  readonly leftOut: boolean;
}

export interface CoveragePoint {
  readonly key: string;
  /** Slots in each state. */
  readonly slots: Readonly<Record<CoverageState, number>>;
  readonly runs: readonly CoverageRun[];
}

export interface Series {
  readonly of: 'source' | 'protocol' | 'region-pair';
  readonly key: string;
  readonly filter: RecordFilter;
  /** Seconds in a bucket, as in the timeline. */
  readonly width: number;
  readonly points: readonly SeriesPoint[];
}

export interface SeriesPoint extends Counts {
  readonly start: number;
}

/** Something that deserves a look: a hint, not a verdict. */
export interface Finding {
  readonly rule: FindingRule;
  readonly title: string;
  /** What was found, in a sentence. */
  readonly text: string;
  /** The setting that decides, and the value it was reached with. */
  readonly threshold?: { readonly setting: string; readonly value: number };
  /** What was measured against the threshold; at least this, unless `exact`. */
  readonly measured: number;
  readonly exact: boolean;
  /** Some of its lines, ascending. */
  readonly lines: readonly number[];
  readonly filter: RecordFilter;
}

export type FindingRule =
  | 'address-scan'
  | 'port-scan'
  | 'rare-protocol'
  | 'outsized-interface'
  | 'known-threat'
  | 'reachability';

/** A reachability code and how many stories have it, as the reachability engine counted them. */
export interface StoryCount {
  readonly code: string;
  readonly title: string;
  readonly stories: number;
  readonly lines: readonly number[];
  readonly filter?: RecordFilter;
}

/** Something that is not exact. */
export interface Approximation {
  /** The part of the summary it is about. */
  readonly panel: string;
  readonly by: Metric | 'count';
  /** By how much a figure can be too small, or what an unlisted key can have, at most. */
  readonly atMost: number | null;
  readonly text: string;
}
