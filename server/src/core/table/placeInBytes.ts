import { lineText, type Chunk } from '../scan/chunk';
import type { FlowTable } from './flowTable';

/** A place in a document: line from 0, UTF-16 units from its beginning. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/** A place in the bytes of a table's chunks. */
export interface PlaceInBytes {
  /** Number of the chunk, and a line and a byte of it. */
  readonly index: number;
  readonly row: number;
  readonly offset: number;
  /** The half of a surrogate pair that stays, where the place is inside one; else empty. */
  readonly half: string;
}

const encoder = new TextEncoder();

/**
 * Where the start or the end of a range is; past the end of a line or of the text means that end.
 * A pair of surrogates that the place parts is left to the range, but for the half outside.
 */
export function placeInBytes(
  table: FlowTable,
  { line, character }: Place,
  side: 'start' | 'end',
): PlaceInBytes {
  if (line < 0) return { index: 0, row: 0, offset: 0, half: '' };
  const at = table.locate(line);
  if (!at) {
    const index = table.chunks.length - 1;
    const chunk = table.chunks[index]!;
    return { index, row: chunk.lines - 1, offset: chunk.lineStarts[chunk.lines]!, half: '' };
  }
  const { chunk, index, row } = at;
  const text = lineText(chunk, row);
  const place = Math.max(0, Math.min(character, text.length));
  const parted = isHigh(text.charCodeAt(place - 1)) && isLow(text.charCodeAt(place));
  const whole = parted ? (side === 'start' ? place - 1 : place + 1) : place;
  const half = parted ? text.charAt(side === 'start' ? place - 1 : place) : '';
  return { index, row, half, offset: chunk.lineStarts[row]! + bytesOf(chunk, row, text, whole) };
}

/** How many bytes the first units of a line's text take. */
function bytesOf(chunk: Chunk, row: number, text: string, units: number): number {
  const most = chunk.lineStarts[row + 1]! - chunk.lineStarts[row]!;
  // In a line of ASCII, with a line end or without.
  if (most - text.length <= 2 && isAscii(text)) return units;
  return encoder.encode(text.slice(0, units)).length;
}

function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text);
}

const isHigh = (unit: number) => unit >= 0xd800 && unit < 0xdc00;
const isLow = (unit: number) => unit >= 0xdc00 && unit < 0xe000;
