import type { Ordering } from '../conversation/disorder';
import type { LogFacts, Unpaired } from '../conversation/logFacts';
import { parseAddress } from '../record/address';
import { CODES, type Code } from './code';
import { codeNamed } from './codes/index';
import type { Context } from './context';
import { makeStory } from './makeStory';
import { oneSidedStory } from './placeStory';
import type { Story } from './story';
import { storyKey } from './storyKey';
import type { Entry, StoryOrder } from './storyOrder';
import type { StoryTable } from './storyTable';

/** Which stories to list; what is absent matches all. */
export interface StoryFilter {
  /** An address of either end. */
  readonly address?: string | undefined;
  /** A port of either end, as far as the story has it. */
  readonly port?: number | undefined;
  /** An observation point by its name. */
  readonly point?: string | undefined;
  readonly code?: Code | undefined;
}

/** How the records were paired. */
export interface PairingReport {
  readonly ordering: Ordering;
  /** Passes over the log after the one for the facts, and parts that its addresses were cut into. */
  readonly passes: number;
  readonly partitions: number;
  /** How long after a request's window its reply's may begin, in seconds. */
  readonly window: number;
  readonly records: number;
  readonly conversations: number;
  readonly unpaired: Unpaired;
}

/** What the conversations of a log tell. Stories are put into words when they are asked for. */
export class Findings {
  constructor(
    private readonly table: StoryTable,
    private readonly context: Context,
    private readonly order: StoryOrder,
    readonly pairing: PairingReport,
  ) {}

  get facts(): LogFacts {
    return this.context.facts;
  }

  /** Conversations by code, whether their stories are shown or not. */
  get conversationsByCode(): ReadonlyMap<Code, number> {
    return this.table.byCode;
  }

  /** Conversations, by code, of stories that were left out because there were too many. */
  get leftOut(): ReadonlyMap<Code, number> {
    return this.table.leftOut;
  }

  /** Some story is of more addresses than it is found by. */
  get hasMoreAddresses(): boolean {
    return this.table.hasRests;
  }

  /** How many stories there are. */
  count(filter: StoryFilter = {}): number {
    const { code, ...rest } = filter;
    if (Object.values(rest).every(wanted => wanted === undefined)) return this.countOf(code);
    const entries = this.entries(filter);
    let count = 0;
    while (!entries.next().done) count++;
    return count;
  }

  /** The stories, those that most want to be seen first. */
  *stories(filter: StoryFilter = {}): Generator<Story> {
    for (const entry of this.entries(filter)) yield this.tell(entry);
  }

  private countOf(code: Code | undefined): number {
    const { order } = this;
    if (code === undefined) return order.size;
    let count = 0;
    for (let i = 0; i < order.size; i++) if (order.codeAt(i) === code) count++;
    return count;
  }

  private *entries(filter: StoryFilter): Generator<Entry> {
    const { order } = this;
    const matches = this.matcherOf(filter);
    for (let i = 0; i < order.size; i++) {
      if (filter.code !== undefined && order.codeAt(i) !== filter.code) continue;
      const entry = order.at(i);
      if (matches(entry)) yield entry;
    }
  }

  private tell({ place, stories }: Entry): Story {
    return place
      ? oneSidedStory(place, this.context)
      : makeStory(this.table, stories, this.context);
  }

  private matcherOf({ address, port, point }: StoryFilter): (entry: Entry) => boolean {
    const parsed = address === undefined ? undefined : parseAddress(address);
    if (address !== undefined && !parsed) return () => false;
    const number = parsed && this.facts.addresses.numberOf(parsed);
    return entry =>
      (point === undefined || this.nameOf(entry) === point) &&
      (number === undefined ||
        entry.stories.some(story => this.hasAddress(story, number, parsed?.family === 6))) &&
      (port === undefined || entry.stories.some(story => this.hasPort(story, port)));
  }

  private hasAddress(story: number, number: number, isV6: boolean): boolean {
    const { v6, source, destination } = storyKey(this.table, story, this.context);
    return v6 === isV6 && (source === number || destination === number);
  }

  private hasPort(story: number, port: number): boolean {
    const key = storyKey(this.table, story, this.context);
    if (!key.ported) return false;
    return key.port === port || this.table.firstConversation(story).initiatorPort === port;
  }

  private nameOf({ place, stories }: Entry): string {
    if (place) return place.point.name;
    return this.context.point(this.table.tuples.point(this.table.tuple(stories[0]!))).name;
  }
}

/** The codes in the order in which a list shows them. */
export const codesByRank: readonly Code[] = [...CODES].sort(
  (x, y) => codeNamed(x).rank - codeNamed(y).rank,
);
