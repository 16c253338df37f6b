/** What a value means, in plain text; whoever shows it escapes it. */
export interface Explanation {
  /** One short line with the decoded value: enough for a status bar. */
  readonly headline: string;
  /** Further lines, the most useful first; never a wall. */
  readonly details: readonly string[];
  /** What to check next, going by the record alone; a finding knows better. */
  readonly next?: string;
}

/** What explanations may know beyond the record. */
export interface ExplainContext {
  /** IANA names of the time zones to show beside UTC and local time. */
  readonly zones: readonly string[];
  /** How ICMP type and code are packed into the destination port. */
  readonly icmpOrder: 'auto' | 'type-high' | 'type-low';
  /** `start` of the record before this one in the file, in Unix seconds. */
  readonly previousStart?: number;
}
