import type { Conversation, Way } from '../conversation/conversation';
import { chunksOf, type ChunkSource } from '../conversation/chunkSource';
import { factsOf } from '../conversation/factsOf';
import type { LogFacts } from '../conversation/logFacts';
import { pairBatch } from '../conversation/pairRecords';
import { flowAt, rowsBetween, type RowExtent } from '../conversation/pairRows';
import { RECORD, RecordReader } from '../conversation/recordReader';
import { ACTION, FLAG, LINE } from '../scan/columns';
import type { Chunk } from '../scan/chunk';
import type { FlowTable } from '../table/flowTable';
import { findActionChanges } from './actionChanges';
import { classify } from './classify';
import { Context } from './context';
import { makeStory } from './makeStory';
import { chunkOf } from './recordText';
import { Seen } from './seen';
import { DEFAULT_SETTINGS, type ReachabilitySettings } from './settings';
import type { Story } from './story';
import { DEFAULT_LIMITS, StoryTable } from './storyTable';

/** The conversation that a record belongs to. Lines are the table's, from 0. */
export interface ConversationAt {
  readonly kind: 'conversation';
  /** The line on which the record begins. */
  readonly line: number;
  /** Which side of the conversation the record is. */
  readonly side: 'request' | 'reply';
  /** All records of each side of the conversation, in the order of lines. */
  readonly request: readonly number[];
  readonly reply: readonly number[];
  /** What the conversation and those between the same ends that are alike tell. */
  readonly story: Story;
  /** Which records the story was made from, where those of its ends are too many for all. */
  readonly extent: RowExtent;
}

/** Why a line belongs to no conversation. */
export interface NoConversation {
  readonly kind: 'none';
  readonly reason: string;
}

/**
 * The conversation of the record at a line of a table. The facts of the table are gathered unless
 * they are already known.
 */
export function* conversationOf(
  table: FlowTable,
  line: number,
  settings: Partial<ReachabilitySettings> = {},
): Generator<unknown, ConversationAt | NoConversation> {
  const all: ReachabilitySettings = { ...DEFAULT_SETTINGS, ...settings };
  if (!table.locate(line)) return NO_LINE;
  const facts = yield* factsOf(table, all);
  return yield* conversationIn(chunksOf(table), facts, line, all);
}

/**
 * The conversation of the record at a line of a log whose facts are known. Of the log it holds the
 * places of the records between the two addresses alone, or what {@link rowsBetween} makes of them.
 */
export function* conversationIn(
  source: ChunkSource,
  facts: LogFacts,
  line: number,
  settings: ReachabilitySettings,
): Generator<unknown, ConversationAt | NoConversation> {
  const index = chunkOf(source, line);
  if (index < 0) return NO_LINE;
  const chunk = source.at(index);
  if (line >= source.firstLine(index) + chunk.lines) return NO_LINE;
  const row = recordRow(chunk, line - source.firstLine(index));
  const first = source.firstLine(index) + row;
  const record = flowAt(chunk, row, facts);
  if (!record) return { kind: 'none', reason: reasonFor(chunk, row, facts) };
  const context = new Context(source, facts, settings);
  const stories = new StoryTable(DEFAULT_LIMITS);
  let found: { story: number; lines: [number[], number[]]; request: Way } | undefined;
  const { rows, extent } = yield* rowsBetween(source, facts, record, first);
  yield* pairBatch(facts, rows, Number.POSITIVE_INFINITY, (conversation, lists) => {
    const seen = new Seen(conversation, context);
    const classified = classify(seen);
    const story = stories.add(seen, classified, lists);
    if (found || !spans(conversation, record.start)) return;
    const lines: [number[], number[]] = [
      lists.sorted(conversation.lines[0]),
      lists.sorted(conversation.lines[1]),
    ];
    if (lines.some(side => side.includes(first)))
      found = { story, lines, request: classified.request };
  });
  if (!found) return { kind: 'none', reason: 'The record could not be paired.' };
  yield* findActionChanges(stories);
  const { story, lines, request } = found;
  const [asked, answered] = request === 0 ? lines : [lines[1], lines[0]];
  return {
    kind: 'conversation',
    line: first,
    side: asked.includes(first) ? 'request' : 'reply',
    request: asked,
    reply: answered,
    story: makeStory(stories, [story], context),
    extent,
  };
}

const NO_LINE: NoConversation = { kind: 'none', reason: 'There is no such line.' };

function spans({ start, end }: Conversation, time: number): boolean {
  return start <= time && time <= end;
}

/** The row in which the record that a row is a piece of begins. */
function recordRow(chunk: Chunk, row: number): number {
  const { kind, flags } = chunk.columns;
  if (kind[row] !== LINE.continuation && !(flags[row]! & FLAG.wrapped)) return row;
  const wrapped = chunk.wrapped.find(record => record.row <= row && row < record.row + record.rows);
  return wrapped?.row ?? row;
}

const REASONS: Readonly<Record<number, string>> = {
  [RECORD.none]: 'This line is no record.',
  [RECORD.noData]: 'NODATA: there was no traffic in this window.',
  [RECORD.skipped]: 'SKIPDATA: records of this window were not written.',
  [RECORD.fragment]:
    'TCP or UDP without ports, as later fragments are: pairs with nothing and proves nothing.',
  [RECORD.icmpError]:
    'An ICMP error is neither request nor reply; it is evidence beside the conversation it reports on.',
};

const PORTS = FLAG.srcPort | FLAG.dstPort;
/** Its text is not at hand, which would tell the one from the other. */
const NO_PORTS = 'TCP or UDP whose ports are absent, or cannot be read: it cannot be paired.';

function reasonFor(chunk: Chunk, row: number, { points, addresses, icmp }: LogFacts): string {
  const reader = new RecordReader(points, addresses, icmp);
  reader.open(chunk);
  const kind = reader.read(row);
  if (kind === RECORD.unusable) return unusable(chunk, row);
  const hasPorts = (chunk.columns.flags[row]! & PORTS) === PORTS;
  return kind === RECORD.fragment && !hasPorts ? NO_PORTS : (REASONS[kind] ?? '');
}

/** What pairing lacks of a record. */
function unusable({ columns }: Chunk, row: number): string {
  const flags = columns.flags[row]!;
  const lacks = [
    ...(flags & FLAG.start ? [] : ['a start that can be read']),
    ...(flags & FLAG.source ? [] : ['a source']),
    ...(flags & FLAG.destination ? [] : ['a destination']),
    ...(flags & FLAG.protocol ? [] : ['a protocol']),
    ...(columns.action[row] === ACTION.none ? ['an action'] : []),
  ];
  if (lacks.length > 0) return `The record lacks what pairing needs: ${lacks.join(', ')}.`;
  return columns.end[row]! < columns.start[row]!
    ? 'The record ends before it starts, so it cannot be paired.'
    : 'One address is IPv4 and the other IPv6, so the record cannot be paired.';
}
