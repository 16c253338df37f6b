import type { Certainty, Code, Direction, Layer } from './code';
import type { Failure } from './conditions/index';
import type { LogQuery } from './query';
import type { Peers, Sum } from './tale';

/** An end of a conversation; null where it is not known or differs between conversations. */
export interface StoryEnd {
  readonly address: string | null;
  readonly port: number | null;
}

/** Records of one side: the first lines of the table, from 0, and how many are not listed. */
export interface StoryLines {
  readonly lines: readonly number[];
  readonly leftOut: number;
}

/** What was accepted and what was refused of one side. */
export interface SideCounts {
  readonly accepted: Sum;
  readonly refused: Sum;
}

/** One reachability code for conversations that tell the same, in plain text. */
export interface Story {
  readonly code: Code;
  readonly title: string;
  readonly certainty: Certainty;
  readonly layer: Layer;
  /** Of the side that was rejected or stayed unanswered. */
  readonly direction: Direction;
  /** Interface or gateway id; at a CCN its id and the region that recorded, with a slash between. */
  readonly observationPoint: string;
  /** IANA protocol number; null for a story about a place. */
  readonly protocol: number | null;
  readonly initiator: StoryEnd;
  readonly responder: StoryEnd;
  /** Both ends as the request, or the only side on record, has them: source, destination. */
  readonly ends: readonly [StoryEnd, StoryEnd];
  /** Which of the ends is the interface's own; undefined where that is not known. */
  readonly localEnd: 0 | 1 | undefined;
  /** Regions of the ends; undefined but between regions. */
  readonly regions: readonly [string, string] | undefined;
  /** What the initiator and the local side are inferred from, and other things observed. */
  readonly evidence: readonly string[];
  readonly request: StoryLines;
  readonly reply: StoryLines;
  readonly counts: { readonly request: SideCounts; readonly reply: SideCounts };
  readonly summary: string;
  readonly proves: string;
  readonly doesNotProve: string;
  readonly assumptions: readonly string[];
  readonly nextCheck: string;
  readonly query: LogQuery | undefined;
  readonly conversations: number;
  readonly acceptedPackets: number;
  readonly rejectedPackets: number;
  /** First start and last end of its records, in Unix seconds. */
  readonly first: number;
  readonly last: number;
  /** Sources that one story stands for, or destinations. */
  readonly peers: Peers | undefined;
  /** The conditions for a proof that do not hold, where a reply was refused. */
  readonly failures: readonly Failure[];
}
