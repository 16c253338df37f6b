import { duplicateRecord } from '../rules/duplicate-record';
import type { Severity } from '../rules/rule';
import { lineText, type Chunk } from '../scan/chunk';
import { BesideChunks } from '../table/besideChunks';
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

/** A chunk in the index. */
interface Part {
  readonly number: number;
  readonly hashes: Uint32Array;
  /** Its rows whose hashes another row has, too, as they were at a version of the index. */
  repeated: readonly RepeatedRow[];
  version: number;
}

interface RepeatedRow {
  readonly row: number;
  /** The line without blanks around it, and the length of the whole line in UTF-16 units. */
  readonly text: string;
  readonly end: number;
  /** What was last told about it. */
  problem?: Problem;
}

/** A chunk that holds repeated records: its number, and the line it begins at. */
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
  private readonly parts = new BesideChunks<Part>();
  private lastNumber = 0;
  private listed: Listed | undefined;

  /** Yields between chunks; whoever stops in between may go on with another state of the table. */
  *find(table: FlowTable, severity: Severity): Generator<void, Duplicates> {
    const gone = this.parts.follow(table.chunks);
    for (const { number, hashes } of gone) this.index.remove(number, hashes);
    const parts = this.parts.values;
    for (let i = 0; i < parts.length; i++) {
      if (parts[i]) continue;
      const chunk = table.chunks[i]!;
      if (this.index.room < chunk.lines) this.makeRoom(table.records);
      parts[i] = this.add(chunk);
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

  /** The lines of all repetitions, in order. */
  *lines(table: FlowTable, severity: Severity): Generator<void, number[]> {
    const { count, problems } = yield* this.find(table, severity);
    const all =
      problems.length === count
        ? problems
        : (yield* this.list(table, this.placesOf(table), severity, Infinity)).problems;
    return all.map(({ line }) => line);
  }

  private placesOf(table: FlowTable): Place[] {
    const places: Place[] = [];
    this.parts.values.forEach((part, at) => {
      if (this.index.hasRepeated(part!.number)) places.push({ at, base: table.firstLine(at) });
    });
    return places;
  }

  private add(chunk: Chunk): Part {
    const part = { number: ++this.lastNumber, hashes: hashRows(chunk), repeated: [], version: -1 };
    this.index.add(part.number, part.hashes);
    return part;
  }

  private makeRoom(records: number): void {
    this.index.clear(records);
    for (const part of this.parts.values) if (part) this.index.add(part.number, part.hashes);
  }

  private *list(
    { chunks }: FlowTable,
    places: readonly Place[],
    severity: Severity,
    most = MOST_PROBLEMS + 1,
  ): Generator<void, Duplicates> {
    const first = new Map<string, { readonly line: number; readonly end: number }>();
    const problems: Problem[] = [];
    let count = 0;
    for (const { at, base } of places) {
      yield;
      for (const repeated of this.repeatedRows(chunks[at]!, this.parts.values[at]!)) {
        const { row, text, end } = repeated;
        const earlier = first.get(text);
        if (earlier === undefined) first.set(text, { line: base + row, end });
        else if (++count <= most) {
          problems.push(problemOf(repeated, base + row, earlier, severity));
        }
      }
    }
    return { count, problems };
  }

  /** The rows of a part that are repeated, read again only where that has changed. */
  private repeatedRows(chunk: Chunk, part: Part): readonly RepeatedRow[] {
    const version = this.index.versionOf(part.number);
    if (part.version === version) return part.repeated;
    const { hashes } = part;
    const repeated: RepeatedRow[] = [];
    for (let row = 0; row < chunk.lines; row++) {
      if (!this.index.isRepeated(hashes[row * 2]!, hashes[row * 2 + 1]!)) continue;
      const text = lineText(chunk, row);
      repeated.push({ row, text: text.trim(), end: text.length });
    }
    part.repeated = repeated;
    part.version = version;
    return repeated;
  }
}

/** What is told about a repeated row at a line, made anew only if it has moved. */
function problemOf(
  repeated: RepeatedRow,
  line: number,
  earlier: { readonly line: number; readonly end: number },
  severity: Severity,
): Problem {
  const { problem } = repeated;
  const known = problem?.line === line && problem.related?.line === earlier.line;
  if (known && problem.related.end === earlier.end && problem.severity === severity) return problem;
  return (repeated.problem = { ...duplicateOf(repeated.end, line, earlier), severity });
}

function duplicateOf(
  end: number,
  line: number,
  earlier: { readonly line: number; readonly end: number },
): Omit<Problem, 'severity'> {
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
