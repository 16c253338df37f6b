import type { LineRuns } from '../../fold/lineRuns';
import type { Kernel } from '../../scan/kernel';
import { bookSizes, mostEntries } from '../fold/tables';
import { SUMS } from '../group/entry';
import type { EntryTable } from '../group/entryTable';
import { STEP } from '../group/entryTable';
import { WORD_PLACES } from '../group/crowds';
import { HEAP, type Ground, type Incoming, type Place } from '../group/ground';
import type { Translation } from '../group/keys';
import { spillSize } from '../group/spill';
import type { Wanted } from '../group/wanted';
import type { SummaryOptions } from '../options';
import { PLACES } from './foldMemory';
import { HEADER, HEADER_WORDS, KINDS } from './tableMemory';

/** Runs of lines that are merged here, and bytes of each; a thread has some ten. */
const MOST_RUNS = 1023;
const RUN_BYTES = 16;

/**
 * The memory in which a kernel has folded, for the tables into which such folds are merged: it is
 * there already, and the kernel merges faster than an engine that has yet to compile how. What was
 * folded there must have been read.
 */
export class KernelGround implements Ground {
  private next: number;
  private readonly end: number;
  private readonly header: number;
  private readonly staged: number;
  private readonly numbers: number;
  private readonly hashes: number;
  private readonly seen: number;
  private readonly mostSeen: number;
  private readonly runs: number;
  private placed: Translation | undefined;
  private placedRuns: LineRuns | undefined;

  constructor(
    private readonly kernel: Kernel,
    { memory, seed }: SummaryOptions,
  ) {
    const { map, exports } = kernel;
    this.next = map.extra;
    this.end = map.extra + map.extraSize;
    const [mostAddresses] = bookSizes(memory);
    this.header = this.reserve(HEADER_WORDS * 4);
    this.staged = this.reserve(STEP * (SUMS * 8 + 4));
    this.numbers = this.reserve(mostAddresses * 4);
    this.hashes = this.reserve(mostAddresses * 4);
    this.mostSeen = spillSize(mostEntries('conversations', memory)).seenWords;
    this.seen = this.reserve(this.mostSeen * 4);
    this.runs = this.reserve((MOST_RUNS + 1) * RUN_BYTES);
    const list = this.reserve(PLACES.length * 4);
    const places = new Int32Array(kernel.memory.buffer, list, PLACES.length).fill(0);
    places[PLACES.indexOf('seed')] = seed;
    places[PLACES.indexOf('addressHashes')] = this.hashes;
    exports.placeFold(list);
    kernel.extraUsed = true;
  }

  take(bytes: number): Place {
    if (this.next + bytes + 64 > this.end) return HEAP.take(bytes);
    return { buffer: this.buffer, at: this.reserve(bytes) };
  }

  merge(table: EntryTable, incoming: Incoming, met: Uint8Array): boolean {
    const header = this.headerOf(table, met);
    if (!header || !this.placeNumbers(table, incoming.numbers)) return false;
    if (!this.placeRuns(incoming.runs)) return false;
    const { buffer } = this;
    const { entries, first } = incoming;
    const some = entries.sums.subarray(first * SUMS, (first + incoming.count) * SUMS);
    new Float64Array(buffer, this.staged, some.length).set(some);
    const told = [this.runs, this.numbers, met.byteOffset, met.length] as const;
    this.kernel.exports.mergeEntries(this.header, this.staged, incoming.count, ...told);
    table.count = header[HEADER.count]!;
    return true;
  }

  markSeen(table: EntryTable, met: Uint8Array, seen: Int32Array): boolean {
    if (seen.length > this.mostSeen || !this.headerOf(table, met) || !this.placeOwnHashes(table)) {
      return false;
    }
    new Int32Array(this.buffer, this.seen, seen.length).set(seen);
    const noted = [met.byteOffset, met.length] as const;
    this.kernel.exports.markSeen(this.header, ...noted, this.seen, seen.length * 32 - 1);
    return true;
  }

  joinSeen(seen: Int32Array, other: Int32Array): number | undefined {
    // Half of the room for a filter is for some words of one, half for the same words of the other.
    const some = this.mostSeen / 2;
    if (some % 4 !== 0 || seen.length % 4 !== 0) return undefined;
    let bits = 0;
    const joined = this.seen + some * 4;
    for (let from = 0; from < seen.length; from += some) {
      const count = Math.min(some, seen.length - from);
      const own = new Int32Array(this.buffer, this.seen, count);
      own.set(seen.subarray(from, from + count));
      new Int32Array(this.buffer, joined, count).set(other.subarray(from, from + count));
      bits += this.kernel.exports.joinWords(this.seen, joined, count);
      seen.set(own, from);
    }
    return bits;
  }

  listWanted(sums: Float64Array, { marks, least }: Wanted): Int32Array | undefined {
    const { buffer, staged } = this;
    const isHere = sums.buffer === buffer;
    if (!isHere) new Float64Array(buffer, staged, sums.length).set(sums);
    const at = isHere ? sums.byteOffset : staged;
    const out = staged + STEP * SUMS * 8;
    const told = [marks, ...least, out] as const;
    const listed = this.kernel.exports.listWanted(at, sums.length / SUMS, ...told);
    return new Int32Array(buffer, out, listed);
  }

  listCrowded({ sums, count }: EntryTable, marks: number, least: number): Int32Array | undefined {
    const { buffer, seen, mostSeen } = this;
    if (sums.buffer !== buffer || WORD_PLACES + count > mostSeen) return undefined;
    new Int32Array(buffer, seen, WORD_PLACES).fill(0);
    const out = seen + WORD_PLACES * 4;
    const told = [marks, least, seen, WORD_PLACES, out] as const;
    const listed = this.kernel.exports.listCrowded(sums.byteOffset, count, ...told);
    return new Int32Array(buffer, out, listed);
  }

  /** Tells the kernel about a table; undefined if not all of it stands here. */
  private headerOf(table: EntryTable, met: Uint8Array): Uint32Array | undefined {
    const { sums, index, count, newPoint, hashOf } = table;
    const kind = KINDS.indexOf(hashOf.kind);
    const { buffer } = this;
    const isHere = [sums, index, met].every(part => part.buffer === buffer);
    if (kind < 0 || !isHere) return undefined;
    const header = new Uint32Array(buffer, this.header, HEADER_WORDS);
    header[HEADER.count] = count;
    header[HEADER.entries] = sums.byteOffset;
    header[HEADER.index] = index.byteOffset;
    header[HEADER.mask] = index.length - 1;
    header[HEADER.kind] = kind;
    header[HEADER.spilled] = newPoint === 0 ? 0 : 1;
    return header;
  }

  private get buffer(): ArrayBuffer {
    return this.kernel.memory.buffer as ArrayBuffer;
  }

  /** Puts numbers and hashes of IPv6 addresses where the kernel looks; false if they are too many. */
  private placeNumbers({ hashOf: { books } }: EntryTable, numbers: Translation): boolean {
    if (this.placed === numbers) return true;
    const { address } = numbers;
    if (this.numbers + address.length * 4 > this.hashes) return false;
    new Int32Array(this.buffer, this.numbers, address.length).set(address);
    const hashes = new Int32Array(this.buffer, this.hashes, address.length);
    address.forEach((number, i) => (hashes[i] = books.addresses.hashOf(number)));
    this.placed = numbers;
    return true;
  }

  /** Puts where lines stand to where the kernel looks; false if there are too many runs of them. */
  private placeRuns(runs: LineRuns): boolean {
    if (this.placedRuns === runs) return true;
    if (runs.length > MOST_RUNS) return false;
    const places = new Float64Array(this.buffer, this.runs, (runs.length + 1) * 2);
    runs.forEach(({ from, by }, run) => places.set([from - 1, by], run * 2));
    places[runs.length * 2] = Infinity;
    this.placedRuns = runs;
    return true;
  }

  /** Puts the hashes of a table's IPv6 addresses where the kernel looks; false if they are too many. */
  private placeOwnHashes({ hashOf: { books } }: EntryTable): boolean {
    const { addresses } = books;
    if (this.hashes + addresses.size * 4 > this.seen) return false;
    const hashes = new Int32Array(this.buffer, this.hashes, addresses.size);
    for (let number = 0; number < hashes.length; number++) {
      hashes[number] = addresses.hashOf(number);
    }
    this.placed = undefined;
    return true;
  }

  private reserve(bytes: number): number {
    const at = Math.ceil(this.next / 64) * 64;
    this.next = at + bytes;
    return at;
  }
}
