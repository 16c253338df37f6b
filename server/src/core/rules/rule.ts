import type { FieldValue, RecordView, Span } from '../record/recordView';
import type { Token } from '../record/tokenize';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** A replacement inside the record's line, in UTF-16 units. */
export interface LineEdit extends Span {
  readonly text: string;
}

/** A way out of a problem. */
export interface LineFix {
  readonly title: string;
  readonly edits: readonly LineEdit[];
}

/** What a rule found on one line. */
export interface Finding extends Span {
  readonly message: string;
  readonly fix?: LineFix;
}

/** What rules may know beyond the record. */
export interface RuleContext {
  /** Unix seconds after which a time is implausible. */
  readonly latest: number;
  /** How ICMP type and code are packed into the destination port. */
  readonly icmpOrder: 'auto' | 'type-high' | 'type-low';
  /** Fields of the key:value record before this one; undefined if there is none. */
  readonly previousKeys?: ReadonlySet<string>;
}

/** What every rule tells about itself; the code is its file's name, settings key and page anchor. */
export interface RuleInfo {
  readonly code: string;
  readonly severity: Severity;
  /** The fault in a few words. */
  readonly title: string;
  /** Why it matters, and what it may come from. */
  readonly why: string;
  /** Logs in which this rule alone reports something. */
  readonly bad: readonly string[];
  /** Logs in which no rule reports anything. */
  readonly good: readonly string[];
}

/** A rule about one value. The first one, in registry order, that reports on a value owns it. */
export interface ValueRule extends RuleInfo {
  readonly scope: 'value';
  /** Whether it has nothing to say of a record whose log-status is OK. */
  readonly onlyWithoutData?: true;
  check(value: FieldValue, record: RecordView, context: RuleContext): Finding | undefined;
}

/** A rule about a record: what is missing, what does not belong, what contradicts what. */
export interface RecordRule extends RuleInfo {
  readonly scope: 'record';
  /** Whether it is about what values have to do with each other, not about what stands in the line. */
  readonly ofValues?: true;
  /** Whether it looks at records that lack columns too, whose values may stand in a wrong one. */
  readonly onIncomplete?: true;
  check(record: RecordView, context: RuleContext): readonly Finding[];
}

/** A rule about a line of field names. */
export interface HeaderRule extends RuleInfo {
  readonly scope: 'header';
  check(names: readonly Token[]): readonly Finding[];
}

/** A rule about a line that reads as nothing. */
export interface LineRule extends RuleInfo {
  readonly scope: 'line';
  check(text: string): Finding;
}

/** A rule about lines among lines, whose findings the table brings; it holds the words. */
export interface FileRule extends RuleInfo {
  readonly scope: 'file';
}

export type Rule = ValueRule | RecordRule | HeaderRule | LineRule | FileRule;
