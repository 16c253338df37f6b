import { chunksOf, type ChunkSource } from '../conversation/chunkSource';
import type { Conversation, Way } from '../conversation/conversation';
import { factsOf } from '../conversation/factsOf';
import type { LineLists } from '../conversation/lineLists';
import type { LogFacts } from '../conversation/logFacts';
import { pairBatch } from '../conversation/pairRecords';
import { RECORD, RecordReader } from '../conversation/recordReader';
import { RecordBatch } from '../conversation/recordBatch';
import { parseAddress } from '../record/address';
import type { FlowTable } from '../table/flowTable';
import { Context } from './context';
import { Seen } from './seen';
import type { ReachabilitySettings } from './settings';

/** An address that another one talks to, or is talked to by. */
export interface Contact {
  readonly address: string;
  /** Records of both ways. */
  accepted: number;
  rejected: number;
  /** Who began is known, or as likely as the records tell, in each of the conversations. */
  certain: boolean;
  /** The first lines of the request side, from 0. */
  readonly lines: number[];
}

/** Whom an address talks to as the initiator, and who talks to it; the busiest first. */
export interface Contacts {
  readonly outgoing: readonly Contact[];
  readonly incoming: readonly Contact[];
}

/** Lines that are kept of each contact. */
const MOST_LINES = 50;
/** Records that are paired without a pause, about. */
const BATCH = 10_000;

/** The contacts of an address. Yields often enough for the caller to pause or stop. */
export function* contactsOf(
  table: FlowTable,
  address: string,
  settings: ReachabilitySettings,
): Generator<unknown, Contacts> {
  const parsed = parseAddress(address);
  if (!parsed) return { outgoing: [], incoming: [] };
  const source = chunksOf(table);
  const facts = yield* factsOf(table, settings);
  const own = facts.addresses.numberOf(parsed);
  const book = new ContactBook(new Context(source, facts, settings), own);
  for (const batch of yield* gather(source, facts, own, parsed.family === 6)) {
    yield* pairBatch(facts, batch, MOST_LINES, book.take);
  }
  return { outgoing: book.list('outgoing'), incoming: book.list('incoming') };
}

/** The flow records of an address, in parts that no conversation is divided between. */
function* gather(
  source: ChunkSource,
  facts: LogFacts,
  own: number,
  v6: boolean,
): Generator<unknown, readonly RecordBatch[]> {
  const parts = Math.max(1, Math.ceil(facts.flows / BATCH));
  const batches = new Map<number, RecordBatch>();
  const reader = new RecordReader(facts.points, facts.addresses, facts.icmp);
  for (let index = 0; index < source.count; index++) {
    const chunk = source.at(index);
    const base = source.firstLine(index);
    reader.open(chunk);
    for (let row = 0; row < chunk.lines; row++) {
      if (reader.read(row) !== RECORD.flow || reader.v6 !== v6) continue;
      if (reader.source !== own && reader.destination !== own) continue;
      const part = (reader.source === own ? reader.destination : reader.source) % parts;
      let batch = batches.get(part);
      if (!batch) batches.set(part, (batch = new RecordBatch()));
      batch.add(reader, base + row);
    }
    yield;
  }
  return [...batches.values()];
}

class ContactBook {
  private readonly contacts = {
    outgoing: new Map<number, Contact>(),
    incoming: new Map<number, Contact>(),
  };

  constructor(
    private readonly context: Context,
    private readonly own: number,
  ) {}

  readonly take = (conversation: Conversation, lists: LineLists): void => {
    const { reading, onlyWay } = new Seen(conversation, this.context);
    const known = reading.request ?? onlyWay;
    const way: Way = known ?? (conversation.startOf(0) <= conversation.startOf(1) ? 0 : 1);
    const isOwn = conversation.source(way) === this.own;
    const peer = isOwn ? conversation.destination(way) : conversation.source(way);
    const contact = this.contact(isOwn ? 'outgoing' : 'incoming', peer, conversation.v6);
    for (const { records } of conversation.accepted) contact.accepted += records;
    for (const { records } of conversation.refused) contact.rejected += records;
    if (known === undefined) contact.certain = false;
    const shown = conversation.has(way) ? way : way === 0 ? 1 : 0;
    contact.lines.push(...lists.sorted(conversation.lines[shown]));
    contact.lines.sort((x, y) => x - y).splice(MOST_LINES);
  };

  list(direction: 'outgoing' | 'incoming'): Contact[] {
    const all = [...this.contacts[direction].values()];
    const records = ({ accepted, rejected }: Contact) => accepted + rejected;
    return all.sort((x, y) => records(y) - records(x) || x.lines[0]! - y.lines[0]!);
  }

  private contact(direction: 'outgoing' | 'incoming', peer: number, v6: boolean): Contact {
    const contacts = this.contacts[direction];
    let contact = contacts.get(peer);
    if (!contact) {
      const address = this.context.facts.addresses.text(peer, v6);
      contact = { address, accepted: 0, rejected: 0, certain: true, lines: [] };
      contacts.set(peer, contact);
    }
    return contact;
  }
}
