import { otherWay, type Conversation, type Way } from '../conversation/conversation';
import { LineLists } from '../conversation/lineLists';
import type { Classified } from './classify';
import { CERTAINTIES, CODES, type Certainty, type Code } from './code';
import type { Context } from './context';
import { firstBasis, readFirst, writeFirst, type FirstConversation } from './firstConversation';
import { reasonIn } from './namedReason';
import { basisOf, type Reading } from './reading';
import type { Seen } from './seen';
import { REQUEST_DOUBTS, requestDoubt, type RequestDoubt } from './requestDoubt';
import { RollUps } from './rollUps';
import { ROOM, StoryColumns } from './storyColumns';
import { addSums, laneAt, type Span } from './storySums';
import type { Change, Sum } from './tale';
import { requestKey } from './storyKey';
import { tupleOf } from './tupleOf';
import { Tuples } from './tuples';

const NONE = 0;
/** Kinds of story of which a log can have very many, and of which some are left out if it does. */
const PLENTIFUL: ReadonlySet<Code> = new Set<Code>([
  'both-ways-accepted',
  'no-reply-seen',
  'reply-without-request',
  'request-rejected',
  'late-packets-rejected',
  'coverage-gap',
]);
/** How many stories are kept, and how many lines of each side of one. */
export interface StoryLimits {
  readonly stories: number;
  /** Of the kinds that a log can have very many of. */
  readonly plentiful: number;
  readonly lines: number;
}

export const DEFAULT_LIMITS: StoryLimits = { stories: 1_000_000, plentiful: 100_000, lines: 20 };

/**
 * Conversations rolled up into stories: one for each tuple, code, certainty and reason. Struct of arrays,
 * since a log may have hundreds of thousands; what a reader wants to see is made on demand.
 */
export class StoryTable {
  readonly tuples = new Tuples();
  readonly lists = new LineLists();
  /** Changes of action, by story. */
  readonly changes = new Map<number, Change>();
  /** Conversations that are in no story because there were too many, by code. */
  readonly leftOut = new Map<Code, number>();
  conversations = 0;
  private readonly counts = new Float64Array(CODES.length);
  private used = 0;
  private room = ROOM;
  private readonly columns = new StoryColumns();
  private rollUps: RollUps | undefined;
  private readonly rests = new Set<number>();

  constructor(private readonly limits: StoryLimits) {}

  get size(): number {
    return this.used;
  }

  /** Conversations by code. */
  get byCode(): ReadonlyMap<Code, number> {
    const seen = CODES.map((code, i) => [code, this.counts[i]!] as const);
    return new Map(seen.filter(([, count]) => count > 0));
  }

  code(story: number): Code {
    return CODES[this.columns.codes[story]!]!;
  }

  certainty(story: number): Certainty {
    return CERTAINTIES[this.columns.certainties[story]!]!;
  }

  /** What its first conversation's direction rests on. */
  basis(story: number): Reading['basis'] {
    return firstBasis(this.columns, story);
  }

  /** Any of its conversations establishes the direction. */
  isEstablished(story: number): boolean {
    return this.columns.established[story] !== 0;
  }

  tuple(story: number): number {
    return this.columns.tuples[story]!;
  }

  conversationsOf(story: number): number {
    return this.columns.conversations[story]!;
  }

  /** Start of its first record and end of its last. */
  first(story: number): number {
    return this.columns.firsts[story]!;
  }

  /** The starts of all stories, by number. */
  get firsts(): Uint32Array {
    return this.columns.firsts;
  }

  last(story: number): number {
    return this.columns.lasts[story]!;
  }

  /** The records of one side with one action. */
  sum(story: number, side: 0 | 1, refused: boolean): Sum {
    const at = laneAt(story, side, refused);
    const { records, packets, bytes } = this.columns;
    return { records: records[at]!, packets: packets[at]!, bytes: bytes[at]! };
  }

  /** The first lines of a side. */
  lines(story: number, side: 0 | 1): number[] {
    return this.lists.sorted(this.columns.lists[story * 2 + side]!);
  }

  /** The initiators of its conversations have different ports, or ICMP identifiers. */
  portsDiffer(story: number): boolean {
    return this.columns.portsDiffer[story] !== 0;
  }

  /** Whether any of its conversations leaves a doubt that its records are of requests. */
  leavesDoubt(story: number, doubt: RequestDoubt): boolean {
    return (this.columns.doubts[story]! & (1 << REQUEST_DOUBTS.indexOf(doubt))) !== 0;
  }

  /** Some roll-up has more initiators than are kept. */
  get hasRests(): boolean {
    return this.rests.size > 0;
  }

  /** A story is of many more initiators than the one of its tuple, whose number is not known. */
  isRest(story: number): boolean {
    return this.rests.has(story);
  }

  /** Stories that are told as one have several initiators or responders. */
  isRollUp(stories: readonly number[]): boolean {
    return stories.length > 1 || stories.some(story => this.isRest(story));
  }

  /** The stories of a tuple, any code. */
  *ofTuple(tuple: number): Generator<number> {
    const { firstOfTuple, next } = this.columns;
    for (let at = firstOfTuple[tuple]!; at !== NONE; at = next[at - 1]!) yield at - 1;
  }

  firstConversation(story: number): FirstConversation {
    return readFirst(this.columns, story);
  }

  /** First and last of a side's records with one action: times in Unix seconds, lines from 0. */
  span(story: number, side: 0 | 1, refused: boolean): Span {
    const at = laneAt(story, side, refused);
    const { spanFirst, spanLast, spanFirstLine, spanLastLine } = this.columns;
    return {
      first: spanFirst[at]!,
      last: spanLast[at]!,
      firstLine: spanFirstLine[at]!,
      lastLine: spanLastLine[at]!,
    };
  }

  /** Makes a story one of a change of action. */
  setChanged(story: number, change: Change): void {
    this.columns.codes[story] = CODES.indexOf('action-changed');
    const isOpen = change.again !== undefined || change.doubt !== undefined;
    this.columns.certainties[story] = CERTAINTIES.indexOf(isOpen ? 'undecided' : 'likely');
    this.changes.set(story, change);
  }

  /** Adds a conversation, which is not kept, and gives the number of its story; -1 if left out. */
  add(seen: Seen, classified: Classified, lists: LineLists): number {
    const { code, request } = classified;
    this.conversations++;
    this.counts[CODES.indexOf(code)]!++;
    const { conversation, reading } = seen;
    const basis = basisOf(reading, request);
    const most = PLENTIFUL.has(code) ? this.limits.plentiful : this.limits.stories;
    const tupleWithin = (limit: number) =>
      tupleOf(this.tuples, conversation, { code, request, basis, limit });
    const story =
      code === 'request-rejected' && this.tuples.size >= most
        ? this.findInRollUp(tupleWithin, seen, classified)
        : this.find(tupleWithin(most), classified, seen);
    if (story < 0) {
      this.leftOut.set(code, (this.leftOut.get(code) ?? 0) + 1);
      return -1;
    }
    addSums(this.columns, story, conversation, request);
    this.addLines(story, conversation, request, lists);
    const { columns } = this;
    columns.conversations[story]!++;
    if (basis === 'established') columns.established[story] = 1;
    if (columns.initiatorPorts[story] !== conversation.clientOf(request)) {
      columns.portsDiffer[story] = 1;
    }
    const doubt = requestDoubt(seen, request);
    if (doubt) columns.doubts[story]! |= 1 << REQUEST_DOUBTS.indexOf(doubt);
    return story;
  }

  private find(tuple: number, classified: Classified, seen: Seen): number {
    if (tuple < 0) return -1;
    const { columns } = this;
    const code = CODES.indexOf(classified.code);
    const certainty = CERTAINTIES.indexOf(classified.certainty);
    const reason = reasonIn(seen, classified.request);
    columns.fitTuples(this.tuples.size);
    for (const story of this.ofTuple(tuple)) {
      if (columns.codes[story] !== code || columns.certainties[story] !== certainty) continue;
      if (this.reasonOf(story, seen.context) !== reason) continue;
      if (seen.conversation.start < columns.firsts[story]!) {
        writeFirst(columns, story, seen, classified.request);
      }
      return story;
    }
    const story = this.open(tuple, classified, seen);
    columns.next[story] = columns.firstOfTuple[tuple]!;
    columns.firstOfTuple[tuple] = story + 1;
    return story;
  }

  /** The reason that what a story refused was refused for, if its records give one. */
  private reasonOf(story: number, { facts }: Context): string | undefined {
    if (facts.rejectReasons.isEmpty) return undefined;
    const sides = ([0, 1] as const).filter(side => this.sum(story, side, true).records > 0);
    return facts.rejectReasons.among(sides.map(side => this.span(story, side, true).firstLine));
  }

  /** A new story of a tuple, which is not found by it yet. */
  private open(tuple: number, { code, certainty, request }: Classified, seen: Seen): number {
    const { columns } = this;
    columns.fitTuples(this.tuples.size);
    const story = this.used++;
    if (story === this.room) {
      columns.grow();
      this.room *= 2;
    }
    columns.tuples[story] = tuple;
    columns.codes[story] = CODES.indexOf(code);
    columns.certainties[story] = CERTAINTIES.indexOf(certainty);
    columns.initiatorPorts[story] = seen.conversation.clientOf(request);
    writeFirst(columns, story, seen, request);
    return story;
  }

  /** The story of a refused request once there are too many: its own, or the rest of its roll-up. */
  private findInRollUp(
    tupleWithin: (limit: number) => number,
    seen: Seen,
    classified: Classified,
  ): number {
    const { plentiful, stories } = this.limits;
    const { certainty, request } = classified;
    this.rollUps ??= new RollUps(this, seen.context, plentiful);
    const rollUp = this.rollUps.of(requestKey(seen, request), certainty);
    if (!rollUp) return -1;
    const known = tupleWithin(plentiful);
    if (known >= 0 || rollUp.isNew) {
      return this.find(known >= 0 ? known : tupleWithin(stories), classified, seen);
    }
    if (rollUp.rest < 0) {
      const tuple = tupleWithin(stories);
      if (tuple < 0) return -1;
      rollUp.rest = this.open(tuple, classified, seen);
      this.rests.add(rollUp.rest);
    }
    const { firsts } = this.columns;
    firsts[rollUp.rest] = Math.min(firsts[rollUp.rest]!, seen.conversation.start);
    return rollUp.rest;
  }

  private addLines(
    story: number,
    conversation: Conversation,
    request: Way,
    lists: LineLists,
  ): void {
    for (const side of [0, 1] as const) {
      const way = side === 0 ? request : otherWay(request);
      const at = story * 2 + side;
      lists.each(conversation.lines[way], line => {
        const list = this.columns.lists[at]!;
        this.columns.lists[at] = this.lists.pushLowest(list, line, this.limits.lines);
      });
    }
  }
}
