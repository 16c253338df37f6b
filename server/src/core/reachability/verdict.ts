import type { Way } from '../conversation/conversation';
import type { Certainty } from './code';

/** What a code makes of a conversation. */
export interface Verdict {
  readonly certainty: Certainty;
  /** The way told as the request. */
  readonly request: Way;
}

const both = (certainty: Certainty): readonly [Verdict, Verdict] => [
  { certainty, request: 0 },
  { certainty, request: 1 },
];

const VERDICTS: Readonly<Record<Certainty, readonly [Verdict, Verdict]>> = {
  proved: both('proved'),
  likely: both('likely'),
  undecided: both('undecided'),
};

/** A verdict; equal ones are one object. */
export function verdict(certainty: Certainty, request: Way): Verdict {
  return VERDICTS[certainty][request];
}
