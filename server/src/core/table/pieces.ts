/** A piece of a text: whole lines, and where they begin in it. */
export interface Piece {
  readonly from: number;
  readonly text: string;
  /** Nothing follows it. */
  readonly isLast: boolean;
}

/** Pieces of a text that a helper reads while others are read here. */
export interface GivenPieces {
  /** Gives a piece; `later` if it can take none at the moment, `never` for one that it cannot read. */
  give(piece: Piece): 'given' | 'later' | 'never';
  /**
   * What was read of the piece that begins there, in words of its own (lookWords.ts): none if words
   * cannot say it. Undefined if it was not read.
   */
  answerTo(from: number): Uint32Array | undefined;
  /** Says that no piece will be given any more. */
  end(): void;
}

/** How pieces are to be read. */
export interface PieceReading {
  /** The declared columns in force before each of them; empty for none. */
  readonly columns: readonly string[];
  /** Unix seconds after which a time is implausible. */
  readonly latest: number;
}

/** Begins to help with a text; undefined if it cannot at the moment. */
export type Helper = (reading: PieceReading) => GivenPieces | undefined;
