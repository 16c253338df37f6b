import type { LayoutSet } from '../layouts/layoutSet';
import { ABSENT } from '../record/readValue';
import { readLine } from '../record/readLine';
import { lineText, type Chunk } from '../scan/chunk';
import { grown } from './grown';

const FIELD = 'reject-reason';
/** Reasons that are told apart; a log has a few. */
const MOST = 1000;

/**
 * Reasons that refused records give themselves, which neither a security group nor a network ACL is
 * (AWS, reject-reason, "-" for those two). By line; none of a log without the field.
 */
export class RejectReasons {
  private readonly reasons: string[] = [];
  private readonly numbers = new Map<string, number>();
  /** By number of the layout: whether it has the field. */
  private readonly known: boolean[] = [];
  private lines = new Uint32Array(64);
  private which = new Uint16Array(64);
  private count = 0;

  constructor(private readonly layouts: LayoutSet) {}

  /** Notes the reason of a refused record, if it gives one; lines come in their order. */
  add(chunk: Chunk, row: number, line: number): void {
    const layout = chunk.columns.layout[row]!;
    this.known[layout] ??= this.layouts.at(layout).columns.some(({ name }) => name === FIELD);
    if (!this.known[layout]) return;
    const reading = readLine(lineText(chunk, row), this.layouts, { declared: layout });
    const reason = reading.kind === 'record' ? reading.view.value(FIELD)?.text : undefined;
    if (reason !== undefined && reason !== ABSENT) this.note(line, reason);
  }

  /** The reason that the record at a line gives; undefined if it gives none. */
  at(line: number): string | undefined {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.lines[middle]! < line) low = middle + 1;
      else high = middle;
    }
    const found = low < this.count && this.lines[low] === line;
    return found ? this.reasons[this.which[low]!] : undefined;
  }

  private note(line: number, reason: string): void {
    if (this.count === this.lines.length) {
      this.lines = grown(this.lines, this.count * 2);
      this.which = grown(this.which, this.count * 2);
    }
    this.lines[this.count] = line;
    this.which[this.count++] = this.numberOf(reason);
  }

  private numberOf(reason: string): number {
    const known = this.numbers.get(reason);
    if (known !== undefined) return known;
    const number = Math.min(this.reasons.length, MOST);
    this.reasons[number] = number < MOST ? reason : '…';
    this.numbers.set(this.reasons[number], number);
    return number;
  }
}
