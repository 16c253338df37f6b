import type { AddressBook } from './addressBook';
import { sharedBits } from './cidr';
import { Coverage } from './coverage';
import { LocalCandidates } from './localCandidates';
import type { ObservationPoint } from './observationPoint';
import type { RecordReader } from './recordReader';
import { UnreadRecords } from './unreadRecords';
import { WindowBounds } from './windowBounds';

/** Data records from which on a single action is no accident. */
const ONE_SIDED = 50;

/** What all records of one observation point say together. */
export class PointFacts {
  accepted = 0;
  rejected = 0;
  /** Start of its first record and end of its last, data or not, in Unix seconds. */
  first = Number.POSITIVE_INFINITY;
  last = 0;
  /** Line of its first data record, from 0; -1 without one. */
  firstLine = -1;
  /** Its records count packets; logs need not have the field. */
  countsPackets = false;
  readonly v4 = new LocalCandidates((one, other) => Math.clz32(one ^ other));
  readonly v6: LocalCandidates;
  readonly coverage = new Coverage();
  readonly unread = new UnreadRecords();
  /** Its records that can be used, where the place is not named: they may be another one's. */
  readonly unplaced = new UnreadRecords();
  private readonly bounds = new WindowBounds();

  constructor(
    readonly point: ObservationPoint,
    /** Account of its first record; empty where the log has none. */
    readonly account: string,
    /** Number of the layout of its first record. */
    readonly layout: number,
    addresses: AddressBook,
  ) {
    this.v6 = new LocalCandidates((one, other) =>
      sharedBits(addresses.at(one), addresses.at(other)),
    );
  }

  addData(record: RecordReader): void {
    if (record.accepted) this.accepted++;
    else this.rejected++;
    if (record.packets > 0) this.countsPackets = true;
    const family = record.v6 ? this.v6 : this.v4;
    family.add(record.source, record.destination, record.direction);
    this.bounds.add(record.start, record.end);
  }

  addTimes(start: number, end: number): void {
    if (start < this.first) this.first = start;
    if (end > this.last) this.last = end;
  }

  get dataRecords(): number {
    return this.accepted + this.rejected;
  }

  /** Start and end of its records are those of the capture window, not of packets. */
  get timesAreBounds(): boolean {
    return this.bounds.areBounds;
  }

  /** The only action that its records have, if there are enough of them for that to mean something. */
  get onlyAction(): 'ACCEPT' | 'REJECT' | undefined {
    if (this.dataRecords < ONE_SIDED) return undefined;
    if (this.rejected === 0) return 'ACCEPT';
    return this.accepted === 0 ? 'REJECT' : undefined;
  }
}
