import type { Field, FieldKind } from '../layouts/fields';
import { charactersOf } from './characters';
import { FITS, isTellingKind, mayBeTelling, misfitOfKind } from './likeness';
import { ABSENT } from './readValue';
import type { Token } from './tokenize';

const KINDS: readonly FieldKind[] = [
  ...(['version', 'account', 'interface', 'address', 'port', 'protocol', 'count'] as const),
  ...(['time', 'action', 'log-status', 'ccn', 'region', 'tcp-flags', 'text'] as const),
];
const kindsOfColumns = new WeakMap<readonly Field[], Uint8Array>();
const UNKNOWN = -1;
/** Hardly any line has more. */
const USUAL_TOKENS = 32;

/** The kinds of some columns, as numbers that {@link TokenFits} understands. */
export function kindsOf(columns: readonly Field[]): Uint8Array {
  const known = kindsOfColumns.get(columns);
  if (known) return known;
  const kinds = Uint8Array.from(columns, ({ kind }) => KINDS.indexOf(kind));
  kindsOfColumns.set(columns, kinds);
  return kinds;
}

/**
 * How badly the tokens of a line fit columns: worked out once for a token and a kind. Serves one line
 * after another, so that nothing has to be made anew for each.
 */
export class TokenFits {
  tokens: readonly Token[] = [];
  /** What the tokens hold, and a row of misfits each, as far as anybody asked. */
  private readonly held: number[] = [];
  private known = new Float64Array(USUAL_TOKENS * KINDS.length);
  private rows = 0;

  /** Begins with a line; what was known of the last one is lost. */
  begin(tokens: readonly Token[]): void {
    this.tokens = tokens;
    this.rows = 0;
  }

  /** From 0, exactly, to 3, not at all. */
  misfit(token: number, kind: number): number {
    if (token >= this.rows) this.makeRows(token);
    const at = token * KINDS.length + kind;
    const known = this.known[at]!;
    if (known !== UNKNOWN) return known;
    return (this.known[at] = misfitOfKind(this.text(token), this.characters(token), KINDS[kind]!));
  }

  fits(token: number, kind: number): boolean {
    return this.misfit(token, kind) <= FITS;
  }

  /** Whether a token fits a column and could hardly have stood in another. */
  isTelling(token: number, kind: number): boolean {
    if (!isTellingKind(KINDS[kind]!) || this.text(token) === ABSENT) return false;
    return this.misfit(token, kind) < FITS;
  }

  /** Whether so many tokens could be telling in some column. */
  mayTell(least: number): boolean {
    let telling = 0;
    for (let token = 0; token < this.tokens.length && telling < least; token++) {
      if (mayBeTelling(this.text(token), this.characters(token))) telling++;
    }
    return telling >= least;
  }

  /** Makes the rows of all tokens up to this one. */
  private makeRows(token: number): void {
    const rows = Math.max(token + 1, Math.min(this.tokens.length, 2 * this.rows + USUAL_TOKENS));
    const size = rows * KINDS.length;
    if (size > this.known.length) {
      const grown = new Float64Array(2 * size);
      grown.set(this.known);
      this.known = grown;
    }
    this.known.fill(UNKNOWN, this.rows * KINDS.length, size);
    this.held.fill(UNKNOWN, this.rows, rows);
    while (this.held.length < rows) this.held.push(UNKNOWN);
    this.rows = rows;
  }

  private characters(token: number): number {
    if (token >= this.rows) this.makeRows(token);
    const held = this.held[token]!;
    return held === UNKNOWN ? (this.held[token] = charactersOf(this.text(token))) : held;
  }

  private text(token: number): string {
    return this.tokens[token]!.text;
  }
}
