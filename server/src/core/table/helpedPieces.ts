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
  /** Where the pieces begin that were given and not passed yet, the nearest last. */
  private readonly begins: number[] = [];
  /** Where the last one that was given begins. */
  private first: number;
  private isOver = false;

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

  /**
   * Gives as many pieces as the helper takes now, none of which begins before `reached`; none any more
   * when other columns are declared there.
   */
  give(reached: number, declared: number): void {
    const { text, reading } = this;
    if (declared !== reading.declared) this.end();
    while (!this.isOver) {
      const to = this.first;
      const from = text.indexOf('\n', Math.max(0, to - reading.size - 1)) + 1;
      // A line longer than a piece has no end in it.
      if (from < reached || from === 0 || from >= to) return;
      const isLast = to === text.length;
      const answer = this.pieces.give({ from, text: text.slice(from, to), isLast });
      if (answer === 'never') this.end();
      if (answer !== 'given') return;
      this.begins.push(from);
      this.first = from;
    }
  }

  /**
   * What the helper read of the piece that begins where the reader has come to, under a declared
   * layout, and its end.
   */
  take(
    at: number,
    declared: number,
  ): { readonly look: FirstLook; readonly end: number } | undefined {
    while (this.nearest < at) this.begins.pop();
    if (this.nearest !== at || declared !== this.reading.declared) return undefined;
    this.begins.pop();
    const words = this.pieces.answerTo(at);
    if (!words || words.length === 0) return undefined;
    return { look: unpackLook(words, declared), end: this.nearest };
  }

  /** Up to where a chunk that begins there may reach: to where the next piece begins. */
  limitFrom(at: number): number {
    while (this.nearest <= at) this.begins.pop();
    return this.nearest;
  }

  /** Gives no more pieces. */
  end(): void {
    if (!this.isOver) this.pieces.end();
    this.isOver = true;
  }

  private get nearest(): number {
    return this.begins.at(-1) ?? this.text.length;
  }
}
