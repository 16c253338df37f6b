import type { Severity } from '../rules/rule';
import { lineText, type Chunk } from '../scan/chunk';
import { hashRows } from '../scan/rowHash';
import { BesideChunks } from '../table/besideChunks';
import type { Layout } from '../layouts/layout';
import type { LayoutSet } from '../layouts/layoutSet';
import type { FlowTable } from '../table/flowTable';
import { areSameRows, type RepeatedRow } from './repeatedRow';
import { listDuplicates, type Duplicates, type Place } from './listDuplicates';
import { relistDuplicates } from './relistDuplicates';
import { Repetitions } from './repetitions';
import type { PartRows, RowIndex } from './rowIndex';

/** A chunk in the index. */
interface Part extends PartRows {
  /** Its rows whose hashes another row has, too, as they were at a version of the index. */
  repeated: readonly RepeatedRow[];
  version: number;
}

/** Repetitions that were listed, and what they rest on. */
interface Listed {
  readonly severity: Severity;
  readonly places: readonly Place[];
  readonly found: Duplicates;
}

/**
 * Finds records that stand in a log more than once, to the letter and in the same columns. Hashes of the rows are kept
 * between calls, so that after an edit only the fresh chunks are looked at.
 */
export class DuplicateFinder {
  private readonly repetitions = new Repetitions();
  private readonly parts = new BesideChunks<Part>();
  private lastNumber = 0;
  private listed: Listed | undefined;

  /** Yields between chunks; whoever stops in between may go on with another state of the table. */
  *find(table: FlowTable, severity: Severity): Generator<void, Duplicates> {
    this.follow(table);
    yield* this.refresh(table);
    const { listed } = this;
    if (listed?.severity === severity && this.areStill(listed.places, table)) return listed.found;
    const places = this.placesOf(table);
    const again = listed?.severity === severity && relistDuplicates(listed, places, severity);
    const found = again || (yield* listDuplicates(places, severity));
    this.listed = { severity, places, found };
    return found;
  }

  /** The lines of all repetitions, in order. */
  *lines(table: FlowTable, severity: Severity): Generator<void, number[]> {
    const { count, problems } = yield* this.find(table, severity);
    const all =
      problems.length === count
        ? problems
        : (yield* listDuplicates(this.placesOf(table), severity, Infinity)).problems;
    return all.map(({ line }) => line);
  }

  private get index(): RowIndex {
    return this.repetitions.index;
  }

  /** Reads the repeated rows again of those parts in which they have changed. */
  private *refresh({ chunks, options: { layouts } }: FlowTable): Generator<void> {
    for (let at = this.nextOutdated(0); at < chunks.length; at = this.nextOutdated(at + 1)) {
      yield;
      this.readRepeated(chunks[at]!, this.parts.values[at]!, layouts);
    }
  }

  private nextOutdated(from: number): number {
    const { values } = this.parts;
    for (let at = from; at < values.length; at++) {
      const { number, version } = values[at]!;
      if (this.index.hasRepeated(number) && version !== this.index.versionOf(number)) return at;
    }
    return values.length;
  }

  /** Whether the repeated rows of a table stand where they stood, with the same text. */
  private areStill(places: readonly Place[], table: FlowTable): boolean {
    const { values } = this.parts;
    let next = 0;
    for (let at = 0; at < values.length; at++) {
      const { number, repeated } = values[at]!;
      if (!this.index.hasRepeated(number)) continue;
      const place = places[next++];
      if (place?.base !== table.firstLine(at) || !areSameRows(place.rows, repeated)) return false;
    }
    return next === places.length;
  }

  private placesOf(table: FlowTable): Place[] {
    const places: Place[] = [];
    this.parts.values.forEach((part, at) => {
      if (!part || !this.index.hasRepeated(part.number)) return;
      places.push({ base: table.firstLine(at), rows: part.repeated });
    });
    return places;
  }

  /** Goes over to a table's chunks. */
  private follow({ chunks }: FlowTable): void {
    const gone = this.parts.follow(chunks);
    const fresh: Part[] = [];
    const { values } = this.parts;
    for (let i = 0; i < chunks.length; i++) {
      if (values[i]) continue;
      const part = this.newPart(chunks[i]!);
      fresh.push(part);
      values[i] = part;
    }
    const parts = values as Part[];
    if (!this.repetitions.change(gone, fresh, parts)) this.repetitions.count(parts);
  }

  private newPart(chunk: Chunk): Part {
    const hashes = chunk.rowHashes ?? hashRows(chunk);
    return { number: ++this.lastNumber, hashes, repeated: [], version: -1 };
  }

  /** Reads which rows of a part are repeated. */
  private readRepeated(chunk: Chunk, part: Part, layouts: LayoutSet): void {
    const { hashes } = part;
    const repeated: RepeatedRow[] = [];
    for (const row of this.index.watchedRows(part.number)) {
      if (!this.index.isRepeated(hashes[row]!)) continue;
      const text = lineText(chunk, row);
      const columns = namesOf(layouts.at(chunk.columns.layout[row]!));
      repeated.push({ row, text: `${columns} ${text.trim()}`, end: text.length });
    }
    part.repeated = repeated;
    part.version = this.index.versionOf(part.number);
  }
}

const names = new WeakMap<Layout, string>();

/** The names of a layout's columns, whoever declared them. */
function namesOf(layout: Layout): string {
  const known = names.get(layout);
  if (known !== undefined) return known;
  const made = layout.columns.map(({ name }) => name).join(' ');
  names.set(layout, made);
  return made;
}
