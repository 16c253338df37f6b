import type { LayoutSet } from '../layouts/layoutSet';
import { readLine, type LineReading } from '../record/readLine';
import type { FieldValue, RecordView } from '../record/recordView';
import { tokenize } from '../record/tokenize';
import { lineText, type WrappedRecord } from './chunk';
import { FLAG, LINE } from './columns';
import { fillRow, type RowSink } from './fillRow';
import { joinColumns, type Piece } from './joinColumns';
import { isLegalOrAbsent, joinKeys } from './joinKeys';
import { isOrdinaryInterface } from './shapes';

/** A record is put together from no more lines than this. */
export const MOST_WRAPPED_LINES = 12;

/** A line that may be a piece of a wrapped record, and the declared layout in force there. */
export interface BrokenLine {
  readonly row: number;
  readonly declared: number;
}

/** Whether a line may be a piece of a record that was wrapped. */
export function isBroken(reading: LineReading): boolean {
  if (reading.kind !== 'record') return reading.kind === 'unreadable';
  const { missing, values } = reading.view;
  const last = values.at(-1);
  if (missing.length > 0 || !last) return true;
  const whole = last.field.kind === 'interface' ? isOrdinaryInterface : () => true;
  return !isLegal(last) || (last.text !== '-' && !whole(last.text));
}

interface Lines extends RowSink {
  readonly bytes: Uint8Array;
  readonly lineStarts: Uint32Array;
}

/**
 * Finds records that were wrapped by a narrow terminal or a PDF: lines that read as nothing or as
 * part of a record one by one, and as a faultless record together. Its first row gets the values,
 * the others become continuations.
 */
export function joinWrapped(
  lines: Lines,
  broken: readonly BrokenLine[],
  layouts: LayoutSet,
): WrappedRecord[] {
  const found: WrappedRecord[] = [];
  const pieceOf = remembered(row => pieceAt(lines, row));
  for (let i = 0; i < broken.length; i++) {
    const { row, declared } = broken[i]!;
    let run = 1;
    while (run < MOST_WRAPPED_LINES && broken[i + run]?.row === row + run) run++;
    const joined = run > 1 ? joinFrom(pieceOf, row, run, layouts, declared) : undefined;
    if (!joined) continue;
    const { rows, pieces, view } = joined;
    found.push({ row, rows, text: view.text, pieces });
    writeJoined(lines, row, joined, layouts);
    i += joined.rows - 1;
  }
  return found;
}

interface Joined {
  readonly rows: number;
  readonly pieces: readonly number[];
  readonly view: RecordView;
}

function joinFrom(
  pieceOf: (row: number) => Piece,
  row: number,
  run: number,
  layouts: LayoutSet,
  declared: number,
): Joined | undefined {
  const pieceFrom = (i: number) => pieceOf(row + i);
  const viewOf = (text: string) => {
    const reading = readLine(text, layouts, { declared });
    return reading.kind === 'record' && isFaultless(reading.view) ? reading.view : undefined;
  };
  const columns = declared >= 0 ? [layouts.at(declared)] : [];
  const join = joinKeys(pieceFrom, run, viewOf) ?? joinColumns(pieceFrom, run, columns, viewOf);
  if (!join) return undefined;
  const { rows, view } = join;
  const texts = Array.from({ length: rows }, (_, i) => pieceFrom(i).text);
  return { rows, view, pieces: placesOf(texts, view.text) };
}

/** Where each piece begins in the text that they make together. */
function placesOf(pieces: readonly string[], text: string): number[] {
  let at = 0;
  return pieces.map(piece => {
    const start = text.startsWith(piece, at) ? at : at + 1;
    at = start + piece.length;
    return start;
  });
}

function pieceAt(lines: Lines, row: number): Piece {
  const text = lineText(lines, row).trim();
  return { text, tokens: tokenize(text).map(token => token.text) };
}

function remembered<T>(make: (row: number) => T): (row: number) => T {
  const made = new Map<number, T>();
  return row => {
    const known = made.get(row);
    if (known !== undefined) return known;
    const fresh = make(row);
    made.set(row, fresh);
    return fresh;
  };
}

function isFaultless(view: RecordView): boolean {
  return view.missing.length === 0 && view.strays.length === 0 && view.values.every(isLegal);
}

function isLegal({ field, text }: FieldValue): boolean {
  return isLegalOrAbsent(field, text);
}

function writeJoined(lines: Lines, row: number, { rows, view }: Joined, layouts: LayoutSet): void {
  const { columns } = lines;
  for (let i = row; i < row + rows; i++) {
    columns.clear(i);
    columns.kind[i] = LINE.continuation;
  }
  columns.kind[row] = LINE.record;
  columns.layout[row] = layouts.numberOf(view.layout);
  columns.flags[row] = FLAG.wrapped;
  fillRow(lines, row, view);
}
