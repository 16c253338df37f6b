import { otherWay, type Way } from '../conversation/conversation';
import { SIGN } from '../conversation/recordReader';
import { CODES } from './code';
import type { RefusedReply } from './conditions/condition';
import { FLAG_DENIALS, flagDenial } from './flagDenial';
import { looksUnfinished } from './handshakeSize';
import { LATE_DOUBTS, lateDoubt, type LateDoubt } from './lateDoubt';
import { mainLane } from './mainLane';
import { basisOf, type Reading } from './reading';
import { askedUntil, type Seen } from './seen';
import type { StoryColumns } from './storyColumns';

const BASES: readonly Reading['basis'][] = ['unknown', 'likely', 'established'];
/** Bits of the `marks` column. */
const MARK = {
  bounds: 1,
  replyAccepted: 2,
  requestRefused: 4,
  seenTwice: 8,
  refusedSyn: 16,
  unfinished: 32,
  uncounted: 64,
  cut: 128,
} as const;
/** Above them stands which of the flags' denials there is, if any. */
const DENIAL_SHIFT = 8;
/** And above that what speaks against late packets, if anything does. */
const DENIAL_BITS = 2;
const DOUBT_SHIFT = DENIAL_SHIFT + DENIAL_BITS;

/** What a story's tuple tells of each of its conversations. */
type OfTuple =
  | ('point' | 'protocol' | 'v6' | 'ported' | 'typed')
  | ('initiator' | 'responder' | 'responderPort')
  | ('established' | 'handshake' | 'asksByType');

/** What the first conversation of a story was like; a line is -1 where the way is not on record. */
export interface FirstConversation extends Omit<RefusedReply, OfTuple> {
  /** By side, the line of the last record that was let through in the window before; -1 for none. */
  readonly linesBefore: readonly [number, number];
  readonly evidence: readonly [number, number];
  readonly lateDoubt: LateDoubt | undefined;
}

/** What a story's columns hold of its first conversation. */
export function readFirst(columns: StoryColumns, story: number): FirstConversation {
  const marks = columns.marks[story]!;
  return {
    requestStart: columns.requestStarts[story]!,
    requestEnd: columns.requestEnds[story]!,
    requestLast: columns.requestLasts[story]!,
    requestLine: columns.requestLines[story]! - 1,
    replyStart: columns.replyStarts[story]!,
    replyLine: columns.replyLines[story]! - 1,
    end: columns.ends[story]!,
    linesBefore: [columns.linesBefore[story * 2]! - 1, columns.linesBefore[story * 2 + 1]! - 1],
    initiatorPort: columns.initiatorPorts[story]!,
    evidence: [columns.evidenceFor[story]!, columns.evidenceAgainst[story]!],
    bounds: (marks & MARK.bounds) !== 0,
    replyAccepted: (marks & MARK.replyAccepted) !== 0,
    requestRefused: (marks & MARK.requestRefused) !== 0,
    cut: (marks & MARK.cut) !== 0,
    seenTwice: (marks & MARK.seenTwice) !== 0,
    refusedSyn: (marks & MARK.refusedSyn) !== 0,
    unfinished: (marks & MARK.unfinished) !== 0,
    counted: (marks & MARK.uncounted) === 0,
    flags: FLAG_DENIALS[((marks >> DENIAL_SHIFT) & ((1 << DENIAL_BITS) - 1)) - 1],
    lateDoubt: LATE_DOUBTS[(marks >> DOUBT_SHIFT) - 1],
  };
}

/** What the direction of a story's first conversation rests on. */
export function firstBasis(columns: StoryColumns, story: number): Reading['basis'] {
  return BASES[columns.bases[story]!]!;
}

/** Makes a conversation the first of a story, whose code is known. */
export function writeFirst(columns: StoryColumns, story: number, seen: Seen, request: Way): void {
  const { conversation, reading } = seen;
  const reply = otherWay(request);
  const asked = mainLane(conversation, request);
  const answered = mainLane(conversation, reply, true);
  const isLate = CODES[columns.codes[story]!] === 'late-packets-rejected';
  columns.firsts[story] = conversation.start;
  columns.bases[story] = BASES.indexOf(basisOf(reading, request));
  columns.requestStarts[story] = asked?.start ?? 0;
  columns.requestEnds[story] = asked?.end ?? 0;
  columns.requestLasts[story] = asked ? askedUntil(asked, answered?.start ?? 0) : 0;
  columns.requestLines[story] = asked ? asked.line + 1 : 0;
  columns.replyStarts[story] = answered?.start ?? 0;
  columns.replyLines[story] = answered ? answered.line + 1 : 0;
  columns.ends[story] = conversation.end;
  for (const side of [0, 1] as const) {
    const way = side === 0 ? request : reply;
    columns.linesBefore[story * 2 + side] = conversation.acceptedBefore[way]
      ? conversation.acceptedBeforeLine[way] + 1
      : 0;
  }
  columns.evidenceFor[story] = reading.evidence[request];
  columns.evidenceAgainst[story] = reading.evidence[reply];
  columns.marks[story] = marksOf(seen, request, isLate ? lateDoubt(seen) : undefined);
  if (columns.initiatorPorts[story] !== conversation.clientOf(request)) {
    columns.portsDiffer[story] = 1;
    columns.initiatorPorts[story] = conversation.clientOf(request);
  }
}

function marksOf(seen: Seen, request: Way, doubt: LateDoubt | undefined): number {
  const { conversation, bounds } = seen;
  const reply = otherWay(request);
  const lanes = [mainLane(conversation, request), mainLane(conversation, reply, true)];
  const isCounted = seen.isCounted(...lanes.filter(lane => lane !== undefined));
  const denial = flagDenial(conversation, request);
  return (
    (bounds ? MARK.bounds : 0) |
    (conversation.hadAccept(reply) ? MARK.replyAccepted : 0) |
    (conversation.hadReject(request) ? MARK.requestRefused : 0) |
    (conversation.isCut ? MARK.cut : 0) |
    (conversation.isSeenTwice(0) || conversation.isSeenTwice(1) ? MARK.seenTwice : 0) |
    (conversation.shows(reply, SIGN.syn) ? MARK.refusedSyn : 0) |
    (looksUnfinished(conversation, request) ? MARK.unfinished : 0) |
    (isCounted ? 0 : MARK.uncounted) |
    ((denial ? FLAG_DENIALS.indexOf(denial) + 1 : 0) << DENIAL_SHIFT) |
    ((doubt ? LATE_DOUBTS.indexOf(doubt) + 1 : 0) << DOUBT_SHIFT)
  );
}
