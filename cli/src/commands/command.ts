import type { ExitCode } from '../exitCode';
import type { Output } from '../output';

/** Where a command writes. */
export interface Streams {
  readonly out: Output;
  readonly err: Output;
}

/** A thing the program can do. */
export interface Command {
  /** The word that asks for it. */
  readonly name: string;
  /** What it does, in a line. */
  readonly summary: string;
  /** Carries it out with what stands after its name. */
  run(args: readonly string[], streams: Streams): Promise<ExitCode>;
}
