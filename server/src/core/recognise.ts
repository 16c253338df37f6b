import { readsAsHeader } from './layouts/declared';
import { LayoutSet } from './layouts/layoutSet';
import { isTelling } from './record/likeness';
import { readLine } from './record/readLine';
import type { RecordView } from './record/recordView';
import { isBroken } from './scan/joinWrapped';
import { scanChunk } from './scan/scanChunk';

/** How much of the beginning of a text reads as a flow log. */
export interface Recognition {
  /** Lines that read as a record or as a header; each line of a wrapped record counts. */
  readonly reads: number;
  /** Lines looked at that are neither blank nor comment. */
  readonly of: number;
  readonly isFlowLog: boolean;
}

/** Lines looked at, blank ones and comments aside. */
export const MOST_CONTENT_LINES = 100;
/** Share of them that must read for a text to be a flow log. */
const LEAST_SHARE = 0.6;
/** No record is longer; a longer line is looked at no further. */
const LONGEST_LINE = 2000;
/** Keys, or values of unmistakable kinds, that a line must hold where no header vouches for it. */
const LEAST_MARKS = 3;

/** Every flow log holds one of these near its beginning; a text without is not read at all. */
const MARK = /accept|reject|nodata|skipdata|(?:src|dst)[-_]?addr|interface[-_]id|log[-_]status/i;

/**
 * Tells a flow log from any other text by its first lines. `columns` are the field names that the
 * user declared for files without a header.
 */
export function recognise(lines: readonly string[], columns: readonly string[] = []): Recognition {
  const head = contentLines(lines);
  const promising = columns.length > 0 || MARK.test(head.join(''));
  const verdicts = promising ? readAll(head, columns) : [];
  const reads = verdicts.filter(Boolean).length;
  const of = head.filter((line, row) => verdicts[row] || !isComment(line)).length;
  return { reads, of, isFlowLog: reads > 0 && reads >= of * LEAST_SHARE };
}

/** The lines to look at: the first hundred of content and the comments among them. */
function contentLines(lines: readonly string[]): string[] {
  const found: string[] = [];
  let content = 0;
  for (const line of lines) {
    const text = line.length > LONGEST_LINE ? '\u2026' : line.trim();
    if (text === '') continue;
    found.push(text);
    if (!isComment(text) && ++content === MOST_CONTENT_LINES) break;
  }
  return found;
}

function isComment(line: string): boolean {
  return line.startsWith('#');
}

/** For each line whether it reads as a record, a part of one, or a line that declares columns. */
function readAll(head: readonly string[], columns: readonly string[]): boolean[] {
  const layouts = new LayoutSet();
  let declared = columns.length > 0 ? layouts.declare(columns) : -1;
  const pieces: string[] = [];
  const reads = head.map(line => {
    const reading = readLine(line, layouts, { declared });
    pieces.push(isBroken(reading) ? line : '');
    if (reading.kind === 'record') return isSure(reading.view);
    if (reading.kind !== 'header') return false;
    declared = reading.declares;
    return readsAsHeader(reading.tokens.map(token => token.text));
  });
  for (const row of wrappedLines(pieces, layouts, declared)) reads[row] = true;
  return reads;
}

/** The lines that make wrapped records; blank lines stand for those that make none. */
function wrappedLines(lines: readonly string[], layouts: LayoutSet, declared: number): number[] {
  const bytes = new TextEncoder().encode(lines.join('\n'));
  const { wrapped } = scanChunk(bytes, declared, true, { layouts, latest: Infinity });
  return wrapped.flatMap(({ row, rows }) => Array.from({ length: rows }, (_, i) => row + i));
}

/** Whether a line is a record even in a file that nobody called a flow log. */
function isSure({ layout, values, strays }: RecordView): boolean {
  if (layout.form === 'key-value') return values.length >= LEAST_MARKS + strays.length;
  const typed = layout.columns.filter(column => column.kind !== 'text');
  if (typed.length * 2 <= layout.columns.length) return false;
  const marks = values.filter(value => isTelling(value.text, value.field));
  return marks.length >= (layout.form === 'declared' ? 1 : LEAST_MARKS);
}
