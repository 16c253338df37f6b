import type { Range } from '../check/problem';
import { readLine, type LineReading } from '../record/readLine';
import type { Field } from '../layouts/fields';
import type { Layout } from '../layouts/layout';
import type { FieldValue, RecordView, Span } from '../record/recordView';
import { declaredAt, lineText, wrappedAt, type Chunk, type WrappedRecord } from '../scan/chunk';
import type { FlowTable } from './flowTable';

/** The record that a line belongs to. */
export interface RecordAt {
  readonly view: RecordView;
  /** The line on which the record begins. */
  readonly line: number;
  /**
   * Place in the record's text of a place in the line; they differ in a wrapped record, where -1
   * stands for the blanks beside a piece.
   */
  placeOf(character: number): number;
  /** The part of the line that a stretch of the record's text takes up. */
  spanOf(span: Span): Span;
  /** All that a stretch of the record's text takes up in the table. */
  rangeOf(span: Span): Range;
}

/** How a line of a table reads; undefined past the end. */
export function readingAt(table: FlowTable, line: number): LineReading | undefined {
  const at = table.locate(line);
  if (!at) return undefined;
  const declared = declaredAt(at.chunk, at.row);
  return readLine(lineText(at.chunk, at.row), table.options.layouts, { declared });
}

/** The record that a line of a table is, or is a piece of. */
export function recordAt(table: FlowTable, line: number): RecordAt | undefined {
  const at = table.locate(line);
  if (!at) return undefined;
  const wrapped = wrappedAt(at.chunk, at.row);
  if (!wrapped) {
    const reading = readingAt(table, line);
    if (reading?.kind !== 'record') return undefined;
    return {
      view: reading.view,
      line,
      placeOf: place => place,
      spanOf: span => span,
      rangeOf: ({ start, end }) => ({ line, start, endLine: line, end }),
    };
  }
  const { layouts } = table.options;
  const reading = readLine(wrapped.text, layouts, { declared: declaredAt(at.chunk, wrapped.row) });
  if (reading.kind !== 'record') return undefined;
  const text = lineText(at.chunk, at.row);
  const indent = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  const shift = wrapped.pieces[at.row - wrapped.row]! - indent;
  const first = line - (at.row - wrapped.row);
  return {
    view: reading.view,
    line: first,
    placeOf: place => (place < indent || place > end ? -1 : place + shift),
    spanOf: span => ({
      start: Math.max(indent, span.start - shift),
      end: Math.min(end, span.end - shift),
    }),
    rangeOf: ({ start, end }) => {
      const from = inPieces(at.chunk, wrapped, start);
      // The last place of the stretch, not the one behind it, which may begin another piece.
      const to = inPieces(at.chunk, wrapped, Math.max(start, end - 1));
      const past = end > start ? 1 : 0;
      return {
        line: first + from.piece,
        start: from.character,
        endLine: first + to.piece,
        end: to.character + past,
      };
    },
  };
}

/** The piece of a wrapped record, and the place in its line, of a place in the record's text. */
function inPieces(chunk: Chunk, { row, pieces }: WrappedRecord, place: number) {
  const piece = pieces.findLastIndex(start => start <= place);
  const text = lineText(chunk, row + piece);
  const indent = text.length - text.trimStart().length;
  return { piece, character: place - pieces[piece]! + indent };
}

/** What stands at a place of a record: a value, or the key that names one. */
export interface ValueAt {
  readonly value: FieldValue;
  readonly part: 'value' | 'key';
  readonly span: Span;
}

/** The value, or key of a value, at a place of a record's text. */
export function valueAt(view: RecordView, place: number): ValueAt | undefined {
  for (const value of view.values) {
    if (value.key && place >= value.key.start && place < value.key.end + 1) {
      return { value, part: 'key', span: value.key };
    }
    if (place >= value.start && place <= value.end) return { value, part: 'value', span: value };
  }
  return undefined;
}

/** A field name in a header line. */
export interface HeaderName extends Span {
  readonly field: Field;
  /** The layout that the line declares. */
  readonly layout: Layout;
}

/** The field named at a place of a header line of a table. */
export function headerNameAt(
  table: FlowTable,
  line: number,
  character: number,
): HeaderName | undefined {
  const reading = readingAt(table, line);
  if (reading?.kind !== 'header' || reading.declares < 0) return undefined;
  const column = reading.tokens.findIndex(
    token => character >= token.start && character <= token.end,
  );
  const layout = table.options.layouts.at(reading.declares);
  const field = layout.columns[column];
  const token = reading.tokens[column];
  return field && token && { field, layout, start: token.start, end: token.end };
}
