import type { Field } from '../layouts/fields';
import type { Layout } from '../layouts/layout';
import { BUILT_IN_LAYOUTS } from '../layouts/layoutSet';
import { FITS, misfit } from '../record/likeness';
import { isValueOf } from '../record/readValue';
import type { RecordView } from '../record/recordView';
import { isLegalOrAbsent } from './joinKeys';

/** A line of a wrapped record: its text without blanks around it, and its tokens. */
export interface Piece {
  readonly text: string;
  readonly tokens: readonly string[];
}

/** Reads lines that were put together; undefined unless they make a faultless record. */
export type ViewOf = (text: string) => RecordView | undefined;

/** A record put together from so many lines. */
export interface Join {
  readonly rows: number;
  readonly view: RecordView;
}

/** A way to read the lines so far: all tokens fit their columns but the last, which may go on. */
interface Path {
  readonly layout: Layout;
  readonly column: number;
  readonly last: string;
  readonly text: string;
}

/** Ways to put the same lines together that are tried. */
const MOST_PATHS = 32;
/** No value of a wrapped record is longer. */
const LONGEST_VALUE = 64;

const POSITIONAL = BUILT_IN_LAYOUTS.filter(layout => layout.form === 'positional');

/**
 * The positional record that the first of some lines begins. Each break is a blank or falls inside
 * a token, also inside the last, if the record is faultless without the next line and with it; a way
 * to join is given up at the first token that fits its column badly.
 */
export function joinColumns(
  pieceAt: (i: number) => Piece,
  most: number,
  declared: readonly Layout[],
  viewOf: ViewOf,
): Join | undefined {
  const first = pieceAt(0);
  let paths: Path[] = [];
  for (const layout of [...POSITIONAL, ...declared]) {
    add(paths, follow({ layout, column: -1, last: '', text: '' }, first, false));
  }
  let join: Join | undefined;
  for (let i = 1; i < most && paths.length > 0; i++) {
    const piece = pieceAt(i);
    const further: Path[] = [];
    for (const path of paths) {
      add(further, follow(path, piece, false));
      add(further, follow(path, piece, true));
    }
    paths = further;
    const whole = firstWhole(paths, viewOf);
    if (!whole && join) return join;
    if (!whole) continue;
    join = { rows: i + 1, view: whole.view };
    paths = [whole.path];
  }
  return join;
}

/** The first path that makes a faultless record, and that record. */
function firstWhole(paths: readonly Path[], viewOf: ViewOf) {
  for (const path of paths) {
    const view = isComplete(path) ? viewOf(path.text) : undefined;
    if (view) return { path, view };
  }
  return undefined;
}

function add(paths: Path[], path: Path | undefined): void {
  if (path && paths.length < MOST_PATHS) paths.push(path);
}

/** The path with one more line, whose first token goes on with the last one or is one of its own. */
function follow(path: Path, piece: Piece, goesOn: boolean): Path | undefined {
  const { columns } = path.layout;
  if (path.column + piece.tokens.length - (goesOn ? 1 : 0) >= columns.length) return undefined;
  let { column, last } = path;
  for (const [i, token] of piece.tokens.entries()) {
    if (i === 0 && goesOn) {
      last += token;
      continue;
    }
    if (column >= 0 && !fits(last, columns[column]!)) return undefined;
    column++;
    last = token;
  }
  if (last.length > LONGEST_VALUE) return undefined;
  const gap = goesOn || path.text === '' ? '' : ' ';
  return { layout: path.layout, column, last, text: path.text + gap + piece.text };
}

function isComplete({ layout, column, last }: Path): boolean {
  return column === layout.columns.length - 1 && fits(last, layout.columns[column]!);
}

function fits(text: string, field: Field): boolean {
  // Short account ids resemble other numbers, and are legal.
  if (field.kind === 'account') return isValueOf(field, text);
  return misfit(text, field) <= FITS && isLegalOrAbsent(field, text);
}
