import { findFaults, keysBefore, type CheckContext, type Keys } from '../check/checkChunk';
import type { Chunk } from '../scan/chunk';
import type { Severity } from '../rules/rule';
import { wrappedRecord } from '../rules/wrapped-record';
import type { Fold } from './fold';
import { AS_COUNTED, lineIn, type LineRuns } from './lineRuns';
import { KnownRules } from './knownRules';

/** How often each rule reported, and on which line first. */
export interface FaultCounts {
  readonly lines: number;
  readonly records: number;
  readonly byCode: Readonly<Record<string, FaultCount>>;
}

export interface FaultCount {
  readonly severity: Severity;
  readonly count: number;
  readonly firstLine: number;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Counts what is wrong with a log's lines, one by one; what rests on other lines is not looked at. */
export class FaultFold implements Fold<FaultCounts> {
  private lines = 0;
  private records = 0;
  private readonly byCode = new Map<string, Mutable<FaultCount>>();
  private readonly known: KnownRules;
  /** Of the last key:value record. */
  private keys: Keys;
  private keysAbove: (() => Keys) | undefined;

  constructor(private readonly context: CheckContext) {
    this.known = new KnownRules(context.rules);
  }

  add(chunk: Chunk, firstLine: number): void {
    this.lines += chunk.lines;
    this.records += chunk.records;
    if (chunk.suspects.length > 0) {
      findFaults(chunk, () => this.keysBefore(), this.context, {
        onFinding: (row, { rule }, severity) => this.count(rule.code, severity, firstLine + row),
        onValue: (row, value, read) => {
          const rule = this.known.ruleOf(value, read);
          const severity = rule ? this.context.levels(rule) : 'off';
          if (rule && severity !== 'off') this.count(rule.code, severity, firstLine + row);
        },
        onWrapped: ({ row }, severity) => this.count(wrappedRecord.code, severity, firstLine + row),
      });
    }
    const keys = keysBefore(chunk, chunk.lines, this.context.layouts);
    if (!keys) return;
    this.keys = keys;
    this.keysAbove = undefined;
  }

  skip(keysAbove: () => Keys): void {
    this.keysAbove = keysAbove;
  }

  private keysBefore(): Keys {
    if (this.keysAbove) this.keys = this.keysAbove();
    this.keysAbove = undefined;
    return this.keys;
  }

  private count(code: string, severity: Severity, line: number): void {
    const known = this.byCode.get(code);
    if (!known) this.byCode.set(code, { severity, count: 1, firstLine: line });
    else {
      known.count++;
      known.firstLine = Math.min(known.firstLine, line);
    }
  }

  partial(): FaultCounts {
    const { lines, records, byCode } = this;
    const counts = [...byCode].map(([code, count]) => [code, { ...count }] as const);
    return { lines, records, byCode: Object.fromEntries(counts) };
  }
}

/** The counts of several parts of one log, each with where its lines stand in it. */
export function mergeFaults(
  stretches: readonly { readonly runs?: LineRuns; readonly part: FaultCounts }[],
): FaultCounts {
  const byCode: Record<string, FaultCount> = {};
  for (const { runs = AS_COUNTED, part } of stretches) {
    for (const [code, { severity, count, firstLine }] of Object.entries(part.byCode)) {
      const known = byCode[code];
      byCode[code] = {
        severity,
        count: (known?.count ?? 0) + count,
        firstLine: Math.min(known?.firstLine ?? Infinity, lineIn(runs, firstLine)),
      };
    }
  }
  const sum = (of: (part: FaultCounts) => number) =>
    stretches.reduce((all, { part }) => all + of(part), 0);
  return { lines: sum(part => part.lines), records: sum(part => part.records), byCode };
}

/** What a summary says of them: how many errors and warnings there are, and all by their rule. */
export function faultFacts({ byCode }: Pick<FaultCounts, 'byCode'>) {
  const rows = Object.entries(byCode);
  const counted = rows.filter(([, { severity }]) => severity === 'error' || severity === 'warning');
  return {
    faults: counted.reduce((sum, [, { count }]) => sum + count, 0),
    faultsByRule: new Map(rows.map(([code, { count }]) => [code, count] as const)),
  };
}
