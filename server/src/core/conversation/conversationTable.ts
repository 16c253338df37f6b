import { Conversation, TRAIT, type Way } from './conversation';
import type { FlowRecord } from './flowRecord';
import { growAll, mix } from './grown';
import { Lanes } from './lanes';
import { LineLists } from './lineLists';
import { SIGN } from './recordReader';

/** Longest window that a record may claim, in seconds; a fault must not keep a conversation open. */
const LONGEST_CLAIM = 600;
const LANES = 4;
/** Conversations that are handed over at the end without a pause. */
const AT_A_TIME = 1024;
/** Entries that a sweep looks at with each record. */
const SWEPT_AT_A_TIME = 8;
const ROOM = 1024;

/** Takes a conversation that is complete; the object is used again. */
export type TakeConversation = (conversation: Conversation, lists: LineLists) => void;

/**
 * Puts records that come in order of time into conversations. It holds those alone that a later
 * record could still belong to, or that are within a window before one.
 */
export class ConversationTable {
  private readonly lanes = new Lanes();
  private readonly lists = new LineLists();
  private readonly conversation = new Conversation();
  private readonly free: number[] = [];
  private slots = new Uint32Array(2048);
  private used = 1;
  private live = 0;
  /** Time of the last sweep, in Unix seconds, and the entry that it has come to; 0 where it is done. */
  private swept = 0;
  private sweepAt = 0;
  private readonly columns = new EntryColumns();

  /** `window` to pair in, and how far to look back, in seconds; of each way so many lines are kept. */
  constructor(
    private readonly window: number,
    private readonly lookBack: number,
    private readonly mostLines: number,
    private readonly take: TakeConversation,
  ) {}

  /** Adds a flow record; none may start before the last one. */
  add(record: FlowRecord, line: number): void {
    const { start } = record;
    if (this.sweepAt > 0) this.sweep();
    else if (start > this.swept + this.lookBack) {
      this.swept = start;
      this.sweepAt = 1;
    }
    const slot = this.find(record);
    let entry = this.slots[slot]!;
    if (entry === 0) entry = this.insert(slot, record);
    else if (
      start > this.columns.starts[entry]! + this.window &&
      start > this.columns.ends[entry]!
    ) {
      const before = this.lanesBefore(entry, start);
      this.hand(entry);
      for (const way of [0, 1]) {
        const lane = this.columns.laneOf[entry * LANES + way * 2]!;
        // Else it is that of the one before, which only a setting divides from this one.
        if (lane !== 0) this.columns.beforeLines[entry * 2 + way] = this.lanes.lastLineOf(lane);
      }
      this.reset(entry);
      this.columns.before[entry] = before;
    }
    this.addTo(entry, record, line);
  }

  /** Hands over all that is left. Yields often. */
  *finish(): Generator<void, void> {
    for (let entry = 1; entry < this.used; entry++) {
      if (this.columns.starts[entry] !== 0) this.hand(entry);
      if (entry % AT_A_TIME === 0) yield;
    }
  }

  private addTo(entry: number, record: FlowRecord, line: number): void {
    const { start } = record;
    const way = record.reversed ? 1 : 0;
    const refused = record.accepted ? 0 : 1;
    const at = entry * LANES + way * 2;
    const lane = this.columns.laneOf[at + refused]!;
    const opposite = this.columns.laneOf[at + 1 - refused]!;
    if (opposite !== 0 && this.overlaps(opposite, start))
      this.columns.traits[entry]! |= TRAIT.mixed << way;
    if (refused && record.signs & SIGN.syn) this.columns.traits[entry]! |= TRAIT.refusedSyn;
    if (lane === 0) this.columns.laneOf[at + refused] = this.lanes.open(record, line);
    else {
      if (this.lanes.lastStartOf(lane) === start) this.columns.traits[entry]! |= TRAIT.twice << way;
      this.lanes.add(lane, record, line);
    }
    this.columns.starts[entry] = start;
    const end = Math.min(record.end, start + LONGEST_CLAIM);
    if (end > this.columns.ends[entry]!) this.columns.ends[entry] = end;
    const list = entry * 2 + way;
    if (this.columns.listed[list]! < this.mostLines) {
      this.columns.listOf[list] = this.lists.push(this.columns.listOf[list]!, line);
      if (this.columns.listed[list]! < 255) this.columns.listed[list]!++;
    }
  }

  private overlaps(lane: number, start: number): boolean {
    return start < this.lanes.lastEndOf(lane) || start === this.lanes.lastStartOf(lane);
  }

  /** Lanes that had records in the window before a time at which the next conversation begins. */
  private lanesBefore(entry: number, time: number): number {
    const { starts, traits, before, laneOf } = this.columns;
    if (time > starts[entry]! + this.lookBack) return this.lanesSince(entry, time - this.lookBack);
    // Only the setting divides the two, so what was before the one is before the other.
    traits[entry]! |= TRAIT.cut;
    let bits = before[entry]!;
    for (let i = 0; i < LANES; i++) if (laneOf[entry * LANES + i] !== 0) bits |= 1 << i;
    return bits;
  }

  private lanesSince(entry: number, time: number): number {
    let bits = 0;
    for (let i = 0; i < LANES; i++) {
      const lane = this.columns.laneOf[entry * LANES + i]!;
      if (lane !== 0 && this.lanes.lastEndOf(lane) >= time) bits |= 1 << i;
    }
    return bits;
  }

  private hand(entry: number): void {
    const { conversation, lanes, lists } = this;
    const { points, metas, as, bs, ports } = this.columns;
    conversation.setKey(points[entry]!, metas[entry]!, as[entry]!, bs[entry]!, ports[entry]!);
    conversation.traits = this.columns.traits[entry]!;
    for (const way of [0, 1] as const satisfies readonly Way[]) {
      const at = entry * LANES + way * 2;
      lanes.load(this.columns.laneOf[at]!, conversation.accepted[way]);
      lanes.load(this.columns.laneOf[at + 1]!, conversation.refused[way]);
      conversation.acceptedBefore[way] = (this.columns.before[entry]! & (1 << (way * 2))) !== 0;
      conversation.refusedBefore[way] = (this.columns.before[entry]! & (2 << (way * 2))) !== 0;
      conversation.acceptedBeforeLine[way] = this.columns.beforeLines[entry * 2 + way]!;
      conversation.signs[way] = conversation.accepted[way].signs | conversation.refused[way].signs;
      conversation.lines[way] = this.columns.listOf[entry * 2 + way]!;
    }
    this.take(conversation, lists);
  }

  /**
   * Takes out some of the conversations that are over, and that no later one can look back to. It
   * looks at a few entries with each record, so that no record waits for all of them.
   */
  private sweep(): void {
    const { starts, ends } = this.columns;
    const until = Math.min(this.used, this.sweepAt + SWEPT_AT_A_TIME);
    for (let entry = this.sweepAt; entry < until; entry++) {
      const start = starts[entry]!;
      if (start === 0 || Math.max(start, ends[entry]!) + this.lookBack >= this.swept) continue;
      this.hand(entry);
      this.reset(entry);
      this.remove(entry);
      starts[entry] = 0;
      this.free.push(entry);
      this.live--;
    }
    this.sweepAt = until === this.used ? 0 : until;
  }

  /** Takes an entry out of the slots, and closes the gap in the run of those behind it. */
  private remove(entry: number): void {
    const { slots } = this;
    const mask = slots.length - 1;
    let gap = this.hashOfEntry(entry) & mask;
    while (slots[gap] !== entry) gap = (gap + 1) & mask;
    for (let at = (gap + 1) & mask; slots[at] !== 0; at = (at + 1) & mask) {
      const home = this.hashOfEntry(slots[at]!) & mask;
      if (((at - home) & mask) < ((at - gap) & mask)) continue;
      slots[gap] = slots[at]!;
      gap = at;
    }
    slots[gap] = 0;
  }

  private hashOfEntry(entry: number): number {
    const { points, metas, as, bs, ports } = this.columns;
    return hashOf(points[entry]!, metas[entry]!, as[entry]!, bs[entry]!, ports[entry]!);
  }

  private reset(entry: number): void {
    for (let i = 0; i < LANES; i++) {
      this.lanes.close(this.columns.laneOf[entry * LANES + i]!);
      this.columns.laneOf[entry * LANES + i] = 0;
    }
    for (let i = 0; i < 2; i++) {
      this.lists.release(this.columns.listOf[entry * 2 + i]!);
      this.columns.listOf[entry * 2 + i] = 0;
      this.columns.listed[entry * 2 + i] = 0;
    }
    this.columns.ends[entry] = 0;
    this.columns.traits[entry] = 0;
    this.columns.before[entry] = 0;
  }

  private find({ point, meta, a, b, ports }: FlowRecord): number {
    const mask = this.slots.length - 1;
    let slot = hashOf(point, meta, a, b, ports) & mask;
    for (let entry = this.slots[slot]!; entry !== 0; entry = this.slots[slot]!) {
      if (
        this.columns.as[entry] === a &&
        this.columns.bs[entry] === b &&
        this.columns.ports[entry] === ports &&
        this.columns.metas[entry] === meta &&
        this.columns.points[entry] === point
      ) {
        break;
      }
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private insert(slot: number, { point, meta, a, b, ports }: FlowRecord): number {
    const entry = this.free.pop() ?? this.used++;
    if (entry === this.columns.points.length) growAll(this.columns);
    this.columns.points[entry] = point;
    this.columns.metas[entry] = meta;
    this.columns.as[entry] = a;
    this.columns.bs[entry] = b;
    this.columns.ports[entry] = ports;
    this.slots[slot] = entry;
    this.live++;
    if (this.live * 2 > this.slots.length) {
      // An entry counts as live from its first start on.
      this.columns.starts[entry] = 1;
      this.rehash();
    }
    return entry;
  }

  private rehash(): void {
    let size = 2048;
    while (size < this.live * 3) size *= 2;
    const slots = (this.slots = new Uint32Array(size));
    const mask = size - 1;
    for (let entry = 1; entry < this.used; entry++) {
      if (this.columns.starts[entry] === 0) continue;
      let slot = this.hashOfEntry(entry) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = entry;
    }
  }
}

/** One entry a conversation; lanes and lists of an entry stand side by side. */
class EntryColumns {
  points = new Uint32Array(ROOM);
  metas = new Uint32Array(ROOM);
  as = new Uint32Array(ROOM);
  bs = new Uint32Array(ROOM);
  ports = new Uint32Array(ROOM);
  /** Latest start and latest end; a start of 0 marks an entry that is free. */
  starts = new Uint32Array(ROOM);
  ends = new Uint32Array(ROOM);
  traits = new Uint8Array(ROOM);
  /** Lanes that had records in the window before, as bits. */
  before = new Uint8Array(ROOM);
  /** By way, the last line of the accepted lane among them. */
  beforeLines = new Uint32Array(ROOM * 2);
  laneOf = new Uint32Array(ROOM * LANES);
  listOf = new Uint32Array(ROOM * 2);
  listed = new Uint8Array(ROOM * 2);
}

function hashOf(point: number, meta: number, a: number, b: number, ports: number): number {
  return mix(mix(mix(mix(mix(0, a), b), ports), meta), point);
}
