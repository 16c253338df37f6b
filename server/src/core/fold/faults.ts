import { checkChunk, keysBefore, type CheckContext, type Keys } from '../check/checkChunk';
import type { Chunk } from '../scan/chunk';
import type { Severity } from '../rules/rule';
import type { Fold } from './fold';

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

/** Counts what is wrong with a log's lines, one by one; what rests on other lines is not looked at. */
export class FaultFold implements Fold<FaultCounts> {
  private lines = 0;
  private records = 0;
  private readonly byCode = new Map<string, FaultCount>();
  private keys: Keys;

  constructor(private readonly context: CheckContext) {}

  add(chunk: Chunk, firstLine: number): void {
    this.lines += chunk.lines;
    this.records += chunk.records;
    if (!chunk.hasSuspects) return;
    const { layouts } = this.context;
    for (const { code, severity, line } of checkChunk(chunk, () => this.keys, this.context)) {
      const known = this.byCode.get(code);
      const first = Math.min(known?.firstLine ?? Infinity, firstLine + line);
      this.byCode.set(code, { severity, count: (known?.count ?? 0) + 1, firstLine: first });
    }
    this.keys = keysBefore(chunk, chunk.lines, layouts) ?? this.keys;
  }

  partial(): FaultCounts {
    const { lines, records, byCode } = this;
    return { lines, records, byCode: Object.fromEntries(byCode) };
  }
}

/** The counts of several parts of one log, each with the line at which it begins. */
export function mergeFaults(
  stretches: readonly { readonly shift: number; readonly part: FaultCounts }[],
): FaultCounts {
  const byCode: Record<string, FaultCount> = {};
  for (const { shift, part } of stretches) {
    for (const [code, { severity, count, firstLine }] of Object.entries(part.byCode)) {
      const known = byCode[code];
      byCode[code] = {
        severity,
        count: (known?.count ?? 0) + count,
        firstLine: Math.min(known?.firstLine ?? Infinity, shift + firstLine),
      };
    }
  }
  const sum = (of: (part: FaultCounts) => number) =>
    stretches.reduce((all, { part }) => all + of(part), 0);
  return { lines: sum(part => part.lines), records: sum(part => part.records), byCode };
}
