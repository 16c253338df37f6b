import { fieldsDirective, readsAsHeader } from '../layouts/declared';
import { keyValueLayout, readsAsKeyValue } from '../layouts/keyValue';
import type { Layout } from '../layouts/layout';
import { BUILT_IN_LAYOUTS, type LayoutSet } from '../layouts/layoutSet';
import { align, inOrder, type Alignment } from './align';
import { columnView, keyValueView } from './buildView';
import { FITS, GAP, isTelling, mayBeTelling, misfit } from './likeness';
import type { RecordView } from './recordView';
import { tokenize, type Token } from './tokenize';

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
/** A reading without gaps is kept below this cost: what one shifted value costs. */
const MOST_STRAIGHT = 2 * GAP;
/** Tokens of unmistakable kinds that a line must hold to be read as a record. */
const LEAST_TELLING = 3;
/** No record or header is longer, in UTF-16 units; what is, is not taken apart. */
const LONGEST_LINE = 65_536;
/** Layouts with more columns are taken as they stand: looking for gaps in them takes too long. */
const MOST_ALIGNED = 128;

const POSITIONAL = BUILT_IN_LAYOUTS.filter(layout => layout.form === 'positional');

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
    view: columnView(text, tokens, best.layout, best.alignment),
  };
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
  const header = declared && alignTo(tokens, declared);
  if (header && tokens.length === header.layout.columns.length && fitShare(tokens, header) >= 0.5) {
    return header;
  }
  if (tokens.filter(token => mayBeTelling(token.text)).length < LEAST_TELLING) return undefined;
  const builtIn = bestOf(tokens, POSITIONAL);
  const straight = tokens.length === builtIn.layout.columns.length && isStraight(tokens, builtIn);
  if (!straight && header && reads(tokens, header)) return header;
  return reads(tokens, builtIn) ? builtIn : undefined;
}

/**
 * The layout with the cheapest alignment. One costs at least a gap for each token or column without
 * a counterpart, so layouts that cannot win are not tried.
 */
function bestOf(tokens: readonly Token[], layouts: readonly Layout[]): Candidate {
  const leastCost = ({ columns }: Layout) => Math.abs(tokens.length - columns.length) * GAP;
  const [first, ...others] = [...layouts].sort((a, b) => leastCost(a) - leastCost(b));
  let best = alignTo(tokens, first!);
  for (const layout of others) {
    if (leastCost(layout) >= best.alignment.cost) continue;
    const candidate = alignTo(tokens, layout);
    if (candidate.alignment.cost < best.alignment.cost) best = candidate;
  }
  return best;
}

function alignTo(tokens: readonly Token[], layout: Layout): Candidate {
  const { columns } = layout;
  if (tokens.length === columns.length || columns.length > MOST_ALIGNED) {
    const asItStands = { layout, alignment: inOrder(tokens, columns) };
    if (columns.length > MOST_ALIGNED || isStraight(tokens, asItStands)) return asItStands;
  }
  return { layout, alignment: align(tokens, columns) };
}

/** Whether a line with as many tokens as columns needs no search: a shift costs two gaps at least. */
function isStraight(tokens: readonly Token[], { layout, alignment }: Candidate): boolean {
  if (alignment.cost < MOST_STRAIGHT) return true;
  return layout.columns.every((column, i) => misfit(tokens[i]!.text, column) <= FITS);
}

function reads(tokens: readonly Token[], { layout, alignment }: Candidate): boolean {
  const telling = layout.columns.filter((column, i) => {
    const token = tokens[alignment.tokenOf[i] ?? -1];
    return token !== undefined && isTelling(token.text, column);
  });
  return telling.length >= LEAST_TELLING && fitShare(tokens, { layout, alignment }) >= LEAST_FIT;
}

function fitShare(tokens: readonly Token[], { layout, alignment }: Candidate): number {
  let fitting = 0;
  layout.columns.forEach((column, i) => {
    const token = tokens[alignment.tokenOf[i] ?? -1];
    if (token && misfit(token.text, column) <= FITS) fitting++;
  });
  return fitting / Math.min(tokens.length, layout.columns.length);
}
