import { duplicateRecord } from '../rules/duplicate-record';
import type { Severity } from '../rules/rule';
import { lineText, type Chunk } from '../scan/chunk';
import type { FlowTable } from '../table/flowTable';
import type { Problem } from './problem';
import { MOST_PROBLEMS } from './report';
import { hashRows } from './rowHash';
import { RowIndex } from './rowIndex';

/** Repetitions of records in a table. */
export interface Duplicates {
  readonly count: number;
  /** The first of them, one more than can be shown at most. Lines are the table's. */
  readonly problems: readonly Problem[];
}

interface Part {
  readonly number: number;
  readonly hashes: Uint32Array;
}

/** Parts that hold repeated records: the number of their chunk, and the line it begins at. */
interface Place {
  readonly at: number;
  readonly base: number;
}

interface Listed {
  readonly version: number;
  readonly severity: Severity;
  readonly places: readonly Place[];
  readonly found: Duplicates;
}

/**
 * Finds records that stand in a log more than once, to the letter. Hashes of the rows are kept
 * between calls, so that after an edit only the fresh chunks are looked at.
 */
export class DuplicateFinder {
  private readonly index = new RowIndex();
  private readonly parts = new Map<Chunk, Part>();
  private lastNumber = 0;
  private listed: Listed | undefined;

  /** Yields between chunks; whoever stops in between may go on with another state of the table. */
  *find(table: FlowTable, severity: Severity): Generator<void, Duplicates> {
    this.removeAllBut(new Set(table.chunks));
    for (const chunk of table.chunks) {
      if (this.parts.has(chunk)) continue;
      if (this.index.room < chunk.lines) this.makeRoom(table.records);
      this.add(chunk);
      yield;
    }
    const { version } = this.index;
    const places = this.placesOf(table);
    const { listed } = this;
    if (
      listed?.version === version &&
      listed.severity === severity &&
      listed.places.length === places.length &&
      listed.places.every(({ base }, i) => base === places[i]!.base)
    ) {
      return listed.found;
    }
    const found = yield* this.list(table, places, severity);
    this.listed = { version, severity, places, found };
    return found;
  }

  private placesOf(table: FlowTable): Place[] {
    const places: Place[] = [];
    table.chunks.forEach((chunk, at) => {
      if (!this.index.hasRepeated(this.parts.get(chunk)!.number)) return;
      places.push({ at, base: table.firstLine(at) });
    });
    return places;
  }

  private removeAllBut(present: ReadonlySet<Chunk>): void {
    for (const [chunk, { number, hashes }] of this.parts) {
      if (present.has(chunk)) continue;
      this.index.remove(number, hashes);
      this.parts.delete(chunk);
    }
  }

  private add(chunk: Chunk): void {
    const part = { number: ++this.lastNumber, hashes: hashRows(chunk) };
    this.index.add(part.number, part.hashes);
    this.parts.set(chunk, part);
  }

  private makeRoom(records: number): void {
    this.index.clear(records);
    for (const { number, hashes } of this.parts.values()) this.index.add(number, hashes);
  }

  private *list(
    { chunks }: FlowTable,
    places: readonly Place[],
    severity: Severity,
  ): Generator<void, Duplicates> {
    const first = new Map<string, { line: number; end: number }>();
    const problems: Problem[] = [];
    let count = 0;
    for (const { at, base } of places) {
      yield;
      const chunk = chunks[at]!;
      const { hashes } = this.parts.get(chunk)!;
      for (let row = 0; row < chunk.lines; row++) {
        if (!this.index.isRepeated(hashes[row * 2]!, hashes[row * 2 + 1]!)) continue;
        const text = lineText(chunk, row);
        const key = text.trim();
        const earlier = first.get(key);
        if (earlier === undefined) first.set(key, { line: base + row, end: text.length });
        else if (++count <= MOST_PROBLEMS + 1) {
          problems.push({ ...duplicateOf(text, base + row, earlier), severity });
        }
      }
    }
    return { count, problems };
  }
}

function duplicateOf(
  text: string,
  line: number,
  earlier: { readonly line: number; readonly end: number },
): Omit<Problem, 'severity'> {
  const end = text.length;
  const message = duplicateRecord.message(earlier.line + 1);
  const related = {
    line: earlier.line,
    start: 0,
    endLine: earlier.line,
    end: earlier.end,
    message: duplicateRecord.first,
  };
  return { line, start: 0, endLine: line, end, code: duplicateRecord.code, message, related };
}
