import type { Field, FieldKind } from '../layouts/fields';
import { charactersOf } from './characters';
import { FITS, isTellingKind, mayBeTelling, misfitOfKind } from './likeness';
import { ABSENT } from './readValue';
import type { Token } from './tokenize';

const KINDS: FieldKind[] = [];
const kindsOfColumns = new WeakMap<readonly Field[], Uint8Array>();
const UNKNOWN = -1;

/** The kinds of some columns, as numbers that {@link TokenFits} understands. */
export function kindsOf(columns: readonly Field[]): Uint8Array {
  const known = kindsOfColumns.get(columns);
  if (known) return known;
  const kinds = Uint8Array.from(columns, ({ kind }) => {
    const number = KINDS.indexOf(kind);
    return number < 0 ? KINDS.push(kind) - 1 : number;
  });
  kindsOfColumns.set(columns, kinds);
  return kinds;
}

/** How badly the tokens of a line fit columns: worked out once for a token and a kind. */
export class TokenFits {
  private readonly held: number[] = [];
  private readonly known: number[][] = [];

  constructor(readonly tokens: readonly Token[]) {}

  /** From 0, exactly, to 3, not at all. */
  misfit(token: number, kind: number): number {
    const known = this.knownOf(token);
    return known[kind] === UNKNOWN ? this.find(token, kind, known) : known[kind]!;
  }

  /** The misfits of a token in columns of these kinds, by kind. */
  misfits(token: number, kinds: Uint8Array): readonly number[] {
    const known = this.knownOf(token);
    for (const kind of kinds) if (known[kind] === UNKNOWN) this.find(token, kind, known);
    return known;
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

  private knownOf(token: number): number[] {
    const known = (this.known[token] ??= []);
    while (known.length < KINDS.length) known.push(UNKNOWN);
    return known;
  }

  private find(token: number, kind: number, known: number[]): number {
    return (known[kind] = misfitOfKind(this.text(token), this.characters(token), KINDS[kind]!));
  }

  private characters(token: number): number {
    return (this.held[token] ??= charactersOf(this.text(token)));
  }

  private text(token: number): string {
    return this.tokens[token]!.text;
  }
}
