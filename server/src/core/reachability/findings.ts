import type { Ordering } from '../conversation/disorder';
import type { LogFacts, Unpaired } from '../conversation/logFacts';
import type { PointFacts } from '../conversation/pointFacts';
import { parseAddress } from '../record/address';
import { CERTAINTIES, CODES, type Code } from './code';
import { codeNamed } from './codes/index';
import type { Context } from './context';
import { makeStory } from './makeStory';
import { oneSidedStory } from './placeStory';
import type { Story } from './story';
import { storyKey } from './storyKey';
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

/** A story as a list of stories of the table that are told as one, or of a place. */
interface Entry {
  readonly code: Code;
  readonly stories: readonly number[];
  readonly place: PointFacts | undefined;
}

/** What the conversations of a log tell. Stories are put into words when they are asked for. */
export class Findings {
  private listed: readonly Entry[] | undefined;

  constructor(
    private readonly table: StoryTable,
    private readonly context: Context,
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

  /** How many stories there are. */
  count(filter: StoryFilter = {}): number {
    return this.entries(filter).length;
  }

  /** The stories, those that most want to be seen first. */
  *stories(filter: StoryFilter = {}): Generator<Story> {
    for (const entry of this.entries(filter)) yield this.tell(entry);
  }

  private tell({ place, stories }: Entry): Story {
    return place
      ? oneSidedStory(place, this.context)
      : makeStory(this.table, stories, this.context);
  }

  private entries({ address, port, point, code }: StoryFilter): readonly Entry[] {
    let entries = this.all();
    if (code !== undefined) entries = entries.filter(entry => entry.code === code);
    if (point !== undefined) {
      entries = entries.filter(entry => this.nameOf(entry) === point);
    }
    const parsed = address === undefined ? undefined : parseAddress(address);
    if (address !== undefined && !parsed) return [];
    if (parsed) {
      const number = this.facts.addresses.numberOf(parsed);
      const v6 = parsed.family === 6;
      entries = entries.filter(({ stories }) =>
        stories.some(story => {
          const key = storyKey(this.table, story, this.context);
          return key.v6 === v6 && (key.source === number || key.destination === number);
        }),
      );
    }
    if (port === undefined) return entries;
    return entries.filter(({ stories }) => stories.some(story => this.hasPort(story, port)));
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

  private all(): readonly Entry[] {
    this.listed ??= this.list();
    return this.listed;
  }

  private list(): readonly Entry[] {
    const { table, context } = this;
    const off = new Set(context.settings.codesOff);
    const entries: Entry[] = [];
    const rolledUp = new Map<string, number[]>();
    for (let story = 0; story < table.size; story++) {
      const code = table.code(story);
      if (off.has(code)) continue;
      if (code !== 'request-rejected') {
        entries.push({ code, stories: [story], place: undefined });
        continue;
      }
      const key = this.rollUpKey(story);
      const members = rolledUp.get(key);
      if (members) members.push(story);
      else rolledUp.set(key, [story]);
    }
    for (const stories of rolledUp.values()) {
      stories.sort((x, y) => table.first(x) - table.first(y));
      entries.push({ code: 'request-rejected', stories, place: undefined });
    }
    if (!off.has('one-sided-collection')) {
      for (const place of context.facts.byPoint) {
        if (place.onlyAction === undefined) continue;
        entries.push({ code: 'one-sided-collection', stories: [], place });
      }
    }
    return entries.sort((x, y) => this.compare(x, y));
  }

  /** By place, protocol, responder's port and passage: a hundred thousand scanners are one story. */
  private rollUpKey(story: number): string {
    const { table, context } = this;
    const { point, protocol, v6, port, local, icmpRequest } = storyKey(table, story, context);
    return [point, protocol, v6, port, local, icmpRequest, table.certainty(story)].join();
  }

  private compare(x: Entry, y: Entry): number {
    const { table } = this;
    const rank = codeNamed(x.code).rank - codeNamed(y.code).rank;
    if (rank !== 0) return rank;
    const [a, b] = [x.stories[0], y.stories[0]];
    if (a === undefined || b === undefined) return 0;
    const certainty =
      CERTAINTIES.indexOf(table.certainty(a)) - CERTAINTIES.indexOf(table.certainty(b));
    if (certainty !== 0) return certainty;
    const size = (entry: Entry) =>
      entry.stories.reduce((sum, story) => sum + table.conversationsOf(story), 0);
    return size(y) - size(x) || table.first(a) - table.first(b) || a - b;
  }
}

/** The codes in the order in which a list shows them. */
export const codesByRank: readonly Code[] = [...CODES].sort(
  (x, y) => codeNamed(x).rank - codeNamed(y).rank,
);
