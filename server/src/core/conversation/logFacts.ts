import type { LayoutSet } from '../layouts/layoutSet';
import type { Chunk } from '../scan/chunk';
import { LINE } from '../scan/columns';
import { hasService } from '../tables/services';
import { AddressBook } from './addressBook';
import type { ChunkSource } from './chunkSource';
import { SHORTEST_WINDOW } from './coverage';
import { Disorder, type Ordering } from './disorder';
import { Endpoints } from './endpoints';
import { IcmpErrors } from './icmpErrors';
import { IcmpReader, type IcmpOrder } from './icmpRole';
import { PointBook } from './observationPoint';
import { PacketAddresses } from './packetAddresses';
import { PointFacts } from './pointFacts';
import { RECORD, RecordReader } from './recordReader';
import { RejectReasons } from './rejectReasons';
import { hasUnreadPort } from './unreadPort';
import { MOST_UNPLACED, MOST_UNREAD } from './unreadRecords';

const TCP = 6;
const UDP = 17;
/** Longest capture window that any document gives, in seconds. */
const LONGEST_WINDOW = 600;
/** The lengths of windows that documents give. */
const WINDOWS: readonly number[] = [SHORTEST_WINDOW, 300, LONGEST_WINDOW];
/** What is so long nearly fills its window: `end` may be its last second, or that of a packet. */
const NEARLY = 0.95;
/** Ports from here on are taken for a client's own (Linux, ip_local_port_range). */
export const CLIENT_PORTS = 32_768;
/** A service on a port below this needs no further sign. */
export const SYSTEM_SERVICES = 512;

export interface FactOptions {
  readonly icmpOrder: IcmpOrder;
  /** How long after a request's window its reply's may begin, in seconds; the file's own if absent. */
  readonly pairingWindow?: number | undefined;
}

/** How many records of each kind a log has that belong to no conversation. */
export interface Unpaired {
  /** Records without the addresses, ports, times, protocol or action that pairing needs. */
  readonly unusable: number;
  readonly noData: number;
  readonly skipped: number;
  readonly fragments: number;
  readonly icmpErrors: number;
}

/** What a first pass over a log learns, and the second, which pairs, needs. */
export interface LogFacts {
  readonly points: PointBook;
  readonly addresses: AddressBook;
  readonly icmp: IcmpReader;
  /** By number of the observation point. */
  readonly byPoint: readonly PointFacts[];
  readonly endpoints: Endpoints;
  readonly errors: IcmpErrors;
  readonly rejectReasons: RejectReasons;
  readonly packetAddresses: PacketAddresses;
  readonly ordering: Ordering;
  /** How far records lie from that order, in seconds. */
  readonly disorder: number;
  /** How long after a request's window its reply's may begin, in seconds. */
  readonly window: number;
  /** Length of the log's longest capture window in seconds, as far as documents allow. */
  readonly captureWindow: number;
  /** How far back what judges a conversation looks, in seconds: a window, however it is paired. */
  readonly lookBack: number;
  readonly records: number;
  readonly flows: number;
  /** Lines that read as nothing. */
  readonly unreadable: number;
  readonly unpaired: Unpaired;
  /** The end of the last record, in Unix seconds. */
  readonly last: number;
}

/** Gathers the facts. Yields after each chunk its number. */
export function* gatherFacts(
  source: ChunkSource,
  options: FactOptions,
): Generator<number, LogFacts> {
  const facts = new FactsBuilder(options, source.layouts);
  for (let index = 0; index < source.count; index++) {
    facts.add(source.at(index), source.firstLine(index));
    yield index;
  }
  return facts.finish();
}

/** Gathers the facts of chunks that are added in the order of the log. */
export class FactsBuilder {
  private readonly points = new PointBook();
  private readonly addresses = new AddressBook();
  private readonly icmp: IcmpReader;
  private readonly reader: RecordReader;
  private readonly byPoint: PointFacts[] = [];
  private readonly endpoints = new Endpoints();
  private readonly errors: IcmpErrors;
  private readonly rejectReasons: RejectReasons;
  private readonly packetAddresses: PacketAddresses;
  private readonly disorder = new Disorder();
  private readonly counts = new Float64Array(Object.keys(RECORD).length);
  private longest = 0;
  private last = 0;
  private unreadable = 0;
  private unreadKept = 0;
  private unplacedKept = 0;

  constructor(
    private readonly options: FactOptions,
    private readonly layouts: LayoutSet,
  ) {
    this.rejectReasons = new RejectReasons(layouts);
    this.packetAddresses = new PacketAddresses(layouts);
    this.icmp = new IcmpReader(options.icmpOrder);
    this.reader = new RecordReader(this.points, this.addresses, this.icmp);
    this.errors = new IcmpErrors(this.icmp);
  }

  /** Adds a chunk that begins at a line of the log. */
  add(chunk: Chunk, base: number): void {
    const { reader } = this;
    reader.open(chunk);
    for (let row = 0; row < chunk.lines; row++) {
      const kind = reader.read(row);
      // A port that cannot be read may be any; a fragment has none.
      const isUnread = kind === RECORD.fragment && hasUnreadPort(chunk, row, this.layouts);
      this.counts[isUnread ? RECORD.unusable : kind]!++;
      if (kind === RECORD.none) {
        if (chunk.columns.kind[row] === LINE.unreadable) this.unreadable++;
        continue;
      }
      // Every point that has a number has facts, whatever its records are.
      const facts = this.factsAt(chunk, row);
      if (kind <= RECORD.skipped || isUnread) this.addUnread(facts, base + row);
      else if (!reader.observation.isNamed) this.addUnplaced(facts, base + row);
      if (kind !== RECORD.unusable) this.addRecord(facts, kind, base + row);
      if (kind === RECORD.flow) this.packetAddresses.add(chunk, row, base + row);
      if (!reader.isData || reader.accepted) continue;
      const { kind: place, packsIcmp } = reader.observation;
      this.rejectReasons.add(chunk, row, base + row, place !== 'ccn' && !packsIcmp);
    }
  }

  /** The facts of all that was added; to be called once. */
  finish(): LogFacts {
    const { pairingWindow } = this.options;
    for (const { coverage } of this.byPoint) coverage.finish();
    const captureWindow = windowOf(this.longest);
    const window = Math.min(LONGEST_WINDOW, pairingWindow ?? captureWindow);
    const lookBack = Math.max(window, captureWindow);
    const { ordering, seconds } = this.disorder.judge(lookBack * 2);
    const { counts } = this;
    const { points, addresses, icmp, byPoint, endpoints, errors, last } = this;
    const { rejectReasons, packetAddresses } = this;
    return {
      ...{ points, addresses, icmp, byPoint, endpoints, errors, last, ordering },
      ...{ rejectReasons, packetAddresses },
      ...{ window, captureWindow, lookBack },
      disorder: seconds,
      records: counts.reduce((sum, count) => sum + count, 0) - counts[RECORD.none]!,
      flows: counts[RECORD.flow]!,
      unreadable: this.unreadable,
      unpaired: {
        unusable: counts[RECORD.unusable]!,
        noData: counts[RECORD.noData]!,
        skipped: counts[RECORD.skipped]!,
        fragments: counts[RECORD.fragment]!,
        icmpErrors: counts[RECORD.icmpError]!,
      },
    };
  }

  private factsAt(chunk: Chunk, row: number): PointFacts {
    const { reader } = this;
    let facts = this.byPoint[reader.point];
    if (!facts) {
      const account = chunk.names.text(chunk.columns.account[row]!);
      const layout = chunk.columns.layout[row]!;
      facts = new PointFacts(reader.observation, account, layout, this.addresses);
      this.byPoint[reader.point] = facts;
    }
    return facts;
  }

  /** Notes of what traffic a record tells that pairing cannot use. */
  private addUnread({ unread }: PointFacts, line: number): void {
    const found = this.reader.unread(line);
    if (found) unread.add(found, this.unreadKept++ < MOST_UNREAD);
  }

  /** Notes of what traffic a record tells whose place is not known. */
  private addUnplaced({ unplaced }: PointFacts, line: number): void {
    // A log may name no place at all.
    if (this.unplacedKept > MOST_UNPLACED) return;
    const found = this.reader.unread(line);
    if (found) unplaced.add(found, this.unplacedKept++ < MOST_UNPLACED);
  }

  private addRecord(facts: PointFacts, kind: number, line: number): void {
    const { reader } = this;
    const { start, end } = reader;
    facts.addTimes(start, end);
    if (end > this.last) this.last = end;
    if (end - start > this.longest) this.longest = end - start;
    if (kind === RECORD.noData) {
      facts.coverage.addNoData(start, end);
      return;
    }
    if (kind === RECORD.skipped) {
      facts.coverage.addSkipped(start, end, line);
      return;
    }
    facts.coverage.add(start, end);
    if (facts.firstLine < 0) facts.firstLine = line;
    facts.addData(reader);
    if (kind === RECORD.icmpError) this.errors.add(reader, line);
    if (kind !== RECORD.flow) return;
    this.disorder.add(start);
    if (reader.protocol === TCP || reader.protocol === UDP) this.addEndpoints();
  }

  private addEndpoints(): void {
    const { v6, protocol, source, destination, srcPort, dstPort } = this.reader;
    if (srcPort === 0 || dstPort === 0) return;
    if (countsPort(protocol, srcPort)) this.endpoints.add(source, v6, protocol, srcPort, dstPort);
    if (countsPort(protocol, dstPort)) {
      this.endpoints.add(destination, v6, protocol, dstPort, srcPort);
    }
  }
}

/** The length of a log's windows, of which a record's first and last second are as much as known. */
function windowOf(longest: number): number {
  const whole = WINDOWS.find(window => longest <= window && longest >= window * NEARLY);
  return whole ?? Math.min(LONGEST_WINDOW, Math.max(SHORTEST_WINDOW, longest));
}

/** Whether the peers of a port can matter: it may be a client's, or a service above the lowest. */
function countsPort(protocol: number, port: number): boolean {
  if (port >= CLIENT_PORTS) return true;
  return port >= SYSTEM_SERVICES && hasService(protocol as 6 | 17, port);
}
