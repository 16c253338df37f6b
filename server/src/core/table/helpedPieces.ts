import type { LayoutSet } from '../layouts/layoutSet';
import type { FirstLook } from './firstLook';
import { unpackLook } from './lookWords';
import type { GivenPieces, Helper } from './pieces';

/** Fewer pieces are read sooner than a helper has begun. */
const LEAST_PIECES = 32;

/** How a text is read, as far as its pieces depend on it. */
interface TextReading {
  readonly layouts: LayoutSet;
  readonly latest: number;
  /** The number of the declared layout in force; -1 for none. */
  readonly declared: number;
  /** Characters of a piece at most. */
  readonly size: number;
}

/**
 * Pieces of a text that a helper reads, from the text's end on, while the reader comes towards them
 * from its beginning. What a helper cannot read, or has not begun to, is left to the reader.
 */
export class HelpedPieces {
  /** Where pieces begin that were given, and where each of them ends. */
  private readonly ends = new Map<number, number>();
  /** Where the first of them begins. */
  private first: number;

  private constructor(
    private readonly text: string,
    private readonly pieces: GivenPieces,
    private readonly reading: TextReading,
  ) {
    this.first = text.length;
  }

  /** Lets a helper read the end of a text that is known up to `at`, if it is worth it. */
  static begin(
    text: string,
    at: number,
    helper: Helper | undefined,
    reading: TextReading,
  ): HelpedPieces | undefined {
    const { layouts, latest, declared, size } = reading;
    if (!helper || text.length - at < LEAST_PIECES * size) return undefined;
    const columns = declared < 0 ? [] : layouts.at(declared).columns.map(field => field.name);
    const pieces = helper({ columns, latest });
    return pieces && new HelpedPieces(text, pieces, reading);
  }

  /** Gives as many pieces as the helper takes now, none of which begins before `reached`. */
  give(reached: number): void {
    const { text, pieces, ends } = this;
    for (;;) {
      const to = this.first;
      const from = text.indexOf('\n', Math.max(0, to - this.reading.size - 1)) + 1;
      // A line longer than a piece has no end in it.
      if (from < reached || from === 0 || from >= to) return;
      const isLast = to === text.length;
      if (pieces.give({ from, text: text.slice(from, to), isLast }) !== 'given') return;
      ends.set(from, to);
      this.first = from;
    }
  }

  /** Up to where a chunk that begins there may reach: to where the next piece begins. */
  limitFrom(at: number): number {
    if (at < this.first) return this.first;
    for (const [from, to] of this.ends) if (from <= at && at < to) return to;
    return this.text.length;
  }

  /** What the helper read of the piece that begins there, under a declared layout, and its end. */
  take(
    at: number,
    declared: number,
  ): { readonly look: FirstLook; readonly end: number } | undefined {
    const end = this.ends.get(at);
    if (end === undefined || declared !== this.reading.declared) return undefined;
    const words = this.pieces.answerTo(at);
    return words && words.length > 0 ? { look: unpackLook(words, declared), end } : undefined;
  }

  /** Ends the help. */
  end(): void {
    this.pieces.end();
  }
}
