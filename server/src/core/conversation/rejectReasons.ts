import type { LayoutSet } from '../layouts/layoutSet';
import { ABSENT } from '../record/readValue';
import { readLine } from '../record/readLine';
import { lineText, type Chunk } from '../scan/chunk';

const FIELD = 'reject-reason';
/** The same as a key in front of its value. */
const KEY = /reject[-_]reason:/i;
/** Reasons that are told apart; a log has a few. */
const MOST = 1000;

/**
 * Reasons that refused records give themselves, which neither a security group nor a network ACL is
 * (AWS, reject-reason, "-" for those two). By line; none of a log without the field.
 */
export class RejectReasons {
  private readonly lines: number[] = [];
  private readonly reasons: string[] = [];
  /** Each reason once, not as a part of every line that has it. */
  private readonly texts = new Map<string, string>();
  /** By number of the layout: whether it has the field; undefined where each record may or may not. */
  private readonly known = new Map<number, boolean | undefined>();

  constructor(private readonly layouts: LayoutSet) {}

  /**
   * Notes the reason of a refused record, if it gives one; lines come in their order. Without columns
   * that takes the text of each, so that only those that may be AWS's are looked at.
   */
  add(chunk: Chunk, row: number, line: number, mayBeAws: boolean): void {
    const layout = chunk.columns.layout[row]!;
    if (!this.known.has(layout)) this.known.set(layout, this.hasField(layout));
    const has = this.known.get(layout) ?? (mayBeAws ? undefined : false);
    if (has === false) return;
    const text = lineText(chunk, row);
    if (has === undefined && !KEY.test(text)) return;
    const reading = readLine(text, this.layouts, { declared: layout });
    const reason = reading.kind === 'record' ? reading.view.value(FIELD)?.text : undefined;
    if (reason === undefined || reason === ABSENT) return;
    if (this.texts.size < MOST && !this.texts.has(reason)) this.texts.set(reason, reason);
    this.lines.push(line);
    this.reasons.push(this.texts.get(reason) ?? '…');
  }

  private hasField(layout: number): boolean | undefined {
    const { form, columns } = this.layouts.at(layout);
    return form === 'key-value' ? undefined : columns.some(({ name }) => name === FIELD);
  }

  /** No record gives one, as in most logs: none has to be looked for. */
  get isEmpty(): boolean {
    return this.lines.length === 0;
  }

  /** The reason that the record at a line gives; undefined if it gives none. */
  at(line: number): string | undefined {
    let low = 0;
    let high = this.lines.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.lines[middle]! < line) low = middle + 1;
      else high = middle;
    }
    return this.lines[low] === line ? this.reasons[low] : undefined;
  }

  /** The first reason that one of some lines gives; undefined if none does. */
  among(lines: readonly number[]): string | undefined {
    return lines.map(line => this.at(line)).find(reason => reason !== undefined);
  }
}
