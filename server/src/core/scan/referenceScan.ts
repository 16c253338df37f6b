import { acceptLine, type ScanState } from './acceptLine';
import { lineText } from './chunk';
import { Columns } from './columns';
import { KeyOrder } from './keyOrder';
import type { LineScan, ScannedLines } from './lineScan';
import { Names } from './names';
import type { PlanSet } from './planSet';
import { contentEnd, splitLines } from './splitLines';
import { V6Table } from './v6Table';

/** The scan in plain TypeScript: what the kernel is compared with, and used where there is none. */
export class ReferenceScan implements LineScan, ScanState {
  readonly keepsValues = true;
  readonly columns: Columns;
  readonly names = new Names();
  readonly v6 = new V6Table();
  readonly keys = new KeyOrder();
  private readonly lineStarts: Uint32Array;
  private row = -1;

  constructor(
    readonly bytes: Uint8Array,
    last: boolean,
    readonly latest: number,
  ) {
    this.lineStarts = splitLines(bytes, last);
    this.columns = new Columns(this.lineStarts.length - 1);
  }

  next(plans: PlanSet): number {
    const { bytes, columns, lineStarts } = this;
    while (++this.row < columns.rows) {
      const start = lineStarts[this.row]!;
      const end = contentEnd(bytes, start, lineStarts[this.row + 1]!);
      if (start === end || this.accepts(plans, start, end)) continue;
      return this.row;
    }
    return -1;
  }

  text(): string {
    return lineText({ bytes: this.bytes, lineStarts: this.lineStarts }, this.row);
  }

  finish(): ScannedLines {
    const { bytes, columns, lineStarts, names, v6 } = this;
    return { bytes, lines: columns.rows, lineStarts, columns, names, v6 };
  }

  private accepts(plans: PlanSet, start: number, end: number): boolean {
    for (const plan of plans.inOrder()) {
      if (acceptLine(this, plan, start, end, this.row)) {
        plans.prefer(plan.layout);
        return true;
      }
      this.columns.clear(this.row);
    }
    return false;
  }
}
