import { fieldsDirective, readsAsHeader } from '../layouts/declared';
import { keyValueLayout, readsAsKeyValue } from '../layouts/keyValue';
import type { FieldKind } from '../layouts/fields';
import type { Layout } from '../layouts/layout';
import { BUILT_IN_LAYOUTS, type LayoutSet } from '../layouts/layoutSet';
import { align, inOrder, type Alignment } from './align';
import { columnView, keyValueView, type PlacedTokens } from './buildView';
import { GAP, isTellingKind, MOST_STRAIGHT } from './likeness';
import type { RecordView } from './recordView';
import { kindsOf, TokenFits } from './tokenFits';
import { tokenize, type Token } from './tokenize';
import { undecidedColumns } from './undecided';

/** What one line is. */
export type LineReading =
  | { readonly kind: 'blank' | 'comment' | 'unreadable' }
  | { readonly kind: 'header'; readonly declares: number; readonly tokens: readonly Token[] }
  | { readonly kind: 'record'; readonly layout: number; readonly view: RecordView };

/** What the lines before decide about a line. */
export interface LineContext {
  /** Number of the layout that a header declared; -1 if none did. */
  readonly declared: number;
}

/** Share of a line's tokens that must fit their columns for it to be read as a record. */
const LEAST_FIT = 0.6;
/** Tokens of unmistakable kinds that a line must hold to be read as a record. */
const LEAST_TELLING = 3;
/** The same of one that has as many tokens as columns: an interface and a log-status. */
const LEAST_FRAMED = 2;
/** No record or header is longer, in UTF-16 units; what is, is not taken apart. */
export const LONGEST_LINE = 65_536;
/** Layouts with more columns are taken as they stand: looking for gaps in them takes too long. */
const MOST_ALIGNED = 128;

const POSITIONAL = BUILT_IN_LAYOUTS.filter(layout => layout.form === 'positional');
/** The fits of the line at hand. */
const fits = new TokenFits();
const MOST_COLUMNS = Math.max(...POSITIONAL.map(({ columns }) => columns.length));

/**
 * Reads one line with care: its form is decided for itself, with the declared columns first. The
 * scan calls this for every line that it could not accept at once.
 */
export function readLine(text: string, layouts: LayoutSet, context: LineContext): LineReading {
  if (text.length > LONGEST_LINE) return { kind: /^\s*#/.test(text) ? 'comment' : 'unreadable' };
  const tokens = tokenize(text);
  const first = tokens[0];
  if (!first) return { kind: 'blank' };
  if (first.text.startsWith('#')) return readComment(text, layouts);
  const texts = tokens.map(token => token.text);
  if (readsAsHeader(texts)) return { kind: 'header', declares: layouts.declare(texts), tokens };
  if (readsAsKeyValue(texts)) {
    const view = keyValueView(text, tokens, keyValueLayout);
    return { kind: 'record', layout: layouts.numberOf(keyValueLayout), view };
  }
  const declared = context.declared >= 0 ? layouts.at(context.declared) : undefined;
  const best = bestLayout(tokens, declared);
  if (!best) return { kind: 'unreadable' };
  return {
    kind: 'record',
    layout: layouts.numberOf(best.layout),
    view: columnView(text, tokens, best.layout, withoutUndecided(best)),
  };
}

/** Tokens stand in no column where another one could stand there as well. */
function withoutUndecided({ layout: { columns }, alignment }: Candidate): PlacedTokens {
  const { tokenOf } = alignment;
  const undecided = undecidedColumns(fits, columns, alignment);
  if (undecided.length === 0) return { tokenOf, undecided };
  return { tokenOf: tokenOf.map((token, i) => (undecided.includes(i) ? -1 : token)), undecided };
}

function readComment(text: string, layouts: LayoutSet): LineReading {
  const list = fieldsDirective(text);
  if (list === undefined) return { kind: 'comment' };
  const at = text.indexOf(':') + 1;
  const tokens = tokenize(text.slice(at)).map(token => ({
    text: token.text,
    start: token.start + at,
    end: token.end + at,
  }));
  if (tokens.length === 0) return { kind: 'comment' };
  return { kind: 'header', declares: layouts.declare(tokens.map(token => token.text)), tokens };
}

interface Candidate {
  readonly layout: Layout;
  readonly alignment: Alignment;
}

/**
 * Declared columns rule when the line has as many tokens; then a built-in form that fits as it
 * stands; then declared columns with gaps; last the built-in form with the fewest.
 */
function bestLayout(tokens: readonly Token[], declared: Layout | undefined): Candidate | undefined {
  fits.begin(tokens);
  const header = declared && alignTo(declared);
  if (header && tokens.length === header.layout.columns.length && fitShare(header) >= 0.5) {
    return header;
  }
  if (!fits.mayTell(Math.min(LEAST_FRAMED, declared ? leastTelling(declared) : LEAST_FRAMED))) {
    return undefined;
  }
  const builtIn = bestBuiltIn();
  const straight = tokens.length === builtIn.layout.columns.length && isStraight(builtIn);
  if (!straight && header && reads(header)) return header;
  return reads(builtIn) ? builtIn : undefined;
}

/** The built-in layout with the cheapest alignment; those that cannot win are not tried. */
function bestBuiltIn(): Candidate {
  const count = fits.tokens.length;
  const [first, ...others] = nearestTo(Math.min(count, MOST_COLUMNS));
  let best = alignTo(first!)!;
  for (const layout of others) {
    if (leastCost(count, layout) >= best.alignment.cost) break;
    best = alignTo(layout, best.alignment.cost) ?? best;
  }
  return best;
}

/** An alignment costs at least a gap for each token or column without a counterpart. */
function leastCost(count: number, { columns }: Layout): number {
  return Math.abs(count - columns.length) * GAP;
}

const nearest: (readonly Layout[])[] = [];

/** The built-in layouts for lines with so many tokens, those with the nearest width first. */
function nearestTo(count: number): readonly Layout[] {
  return (nearest[count] ??= [...POSITIONAL].sort(
    (a, b) => leastCost(count, a) - leastCost(count, b),
  ));
}

/** The cheapest alignment to a layout; undefined if it does not cost less than `below`. */
function alignTo(layout: Layout, below = Infinity): Candidate | undefined {
  const { columns } = layout;
  if (fits.tokens.length === columns.length || columns.length > MOST_ALIGNED) {
    const asItStands = { layout, alignment: inOrder(fits, columns) };
    if (columns.length > MOST_ALIGNED || isStraight(asItStands)) {
      return asItStands.alignment.cost < below ? asItStands : undefined;
    }
  }
  const alignment = align(fits, columns, below);
  return alignment && { layout, alignment };
}

/** Whether a line with as many tokens as columns needs no search: a shift costs two gaps at least. */
function isStraight({ layout, alignment }: Candidate): boolean {
  if (alignment.cost < MOST_STRAIGHT) return true;
  return kindsOf(layout.columns).every((kind, i) => fits.fits(i, kind));
}

function reads(candidate: Candidate): boolean {
  const { layout, alignment } = candidate;
  let telling = 0;
  let frame = 0;
  kindsOf(layout.columns).forEach((kind, column) => {
    const token = alignment.tokenOf[column]!;
    if (token < 0 || !fits.isTelling(token, kind)) return;
    telling++;
    if (FRAME.has(layout.columns[column]!.kind)) frame++;
  });
  const isFramed = frame >= LEAST_FRAMED && fits.tokens.length === layout.columns.length;
  return (isFramed || telling >= leastTelling(layout)) && fitShare(candidate) >= LEAST_FIT;
}

const FRAME: ReadonlySet<FieldKind> = new Set(['interface', 'log-status']);

/** Of declared columns all but one must tell, where so few could: one may be missing. */
function leastTelling({ form, columns }: Layout): number {
  if (form !== 'declared') return LEAST_TELLING;
  const telling = columns.filter(({ kind }) => isTellingKind(kind)).length;
  return Math.max(1, Math.min(LEAST_TELLING, telling - 1));
}

function fitShare({ layout, alignment }: Candidate): number {
  let fitting = 0;
  kindsOf(layout.columns).forEach((kind, column) => {
    const token = alignment.tokenOf[column]!;
    if (token >= 0 && fits.fits(token, kind)) fitting++;
  });
  return fitting / Math.min(fits.tokens.length, layout.columns.length);
}
