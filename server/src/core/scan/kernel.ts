import { Columns } from './columns';
import type { Fault } from './faultyRecord';
import { KEYS } from './keyOrder';
import {
  icmpBits,
  keyBytes,
  layOut,
  MOST_COLUMNS,
  MOST_PLANS,
  NAME_SLOTS,
  PLAN_SIZE,
  rowsHeld,
  type MemoryMap,
} from './kernelMemory';
import { KernelNames } from './kernelNames';
import { KernelScan } from './kernelScan';
import type { Plan } from './plan';
import { shapesOf } from './shapes';

/** A place in the memory that the module has chosen. */
interface Place {
  readonly value: number;
}

/** What the compiled module offers. */
export interface KernelExports {
  /** Where the module's own data end, and where what is as large in every kernel does. */
  ownEnd(): number;
  readonly fixedEnd: Place;
  /** Some of what stands between (server/kernel/fixed.ts). */
  readonly work: Place;
  readonly tables: Place;
  readonly nameNumbers: Place;
  readonly protocolCounts: Place;
  readonly protocolLines: Place;
  readonly bucketWidths: Place;
  placeInput(at: number): void;
  placeTables(places: number, plans: number, icmp: number): void;
  placeKeys(at: number, count: number): void;
  placeColumns(list: number): void;
  placeNames(slots: number, mask: number, entries: number, texts: number, size: number): void;
  placeV6(at: number, count: number): void;
  setPlans(count: number): void;
  setLatest(seconds: number): void;
  keepValues(on: boolean): void;
  intern(at: number, stop: number): number;
  nameCount(): number;
  v6Count(): number;
  keepV6(): number;
  // What works on the columns (core/summary/kernel/kernelFold.ts).
  clearUsed(from: number, to: number): void;
  placeFold(list: number): void;
  emptyAddressBook(): void;
  emptyEndpoints(): void;
  endpointCount(): number;
  emptyTimeline(most: number): void;
  emptySpan(): void;
  emptyGroups(): void;
  emptySums(): void;
  areSumsFull(): number;
  foldBatch(from: number, lines: number, firstLine: number, masked: boolean): number;
  recountBatch(from: number, lines: number, firstLine: number, masked: boolean): number;
  mergeEntries(...[table, from, count, runs, numbers, met, known]: readonly number[]): void;
  countUsed(sums: number, numbers: number): number;
  countInRole(role: number): number;
  writeEndpoints(role: number, from: number, to: number): number;
  writePairs(table: number, from: number, to: number): number;
  writePorts(rejected: boolean, from: number, to: number): number;
  joinWords(to: number, from: number, words: number): number;
  listWanted(...[at, count, marks, records, packets, bytes, out]: readonly number[]): number;
  listCrowded(...[at, count, marks, least, counts, places, out]: readonly number[]): number;
  markSeen(table: number, met: number, known: number, filter: number, mask: number): void;
  takeGroups(): void;
  ccnCount(): number;
  takeWindows(names: number): void;
  addressCount(): number;
  bucketCount(): number;
  bucketWidth(): number;
  isTimelineFull(): number;
  hasSpan(): number;
  spanStart(): number;
  spanEnd(): number;
  spanLongest(): number;
  spanUntimed(): number;
  begin(size: number, last: boolean, rows: number): void;
  run(): number;
  rowCount(): number;
  nextLine(): number;
  coldLineStart(): number;
  coldLineEnd(): number;
  /** Reads a line with a few faults; then where these are listed, and how many (faultyRecord.ts). */
  acceptCold(): number;
  faults(): number;
  faultCount(): number;
  /** How badly the other values of that line fit their columns at most, in hundredths. */
  othersMisfit(): number;
  /** Where a run of records ends in the block at hand (formRuns.ts). */
  runEnd(row: number, rows: number): number;
  // What tells repeated records apart (rowHash.ts).
  hashRows(rows: number, at: number): void;
  hashRowsWide(rows: number, at: number): void;
}

/** A compiled kernel, as the engine holds it. */
export type KernelModule = object;

/** Compiles the kernel; throws where the engine has no WebAssembly SIMD. */
export function compileKernel(bytes: Uint8Array): KernelModule {
  return new WebAssembly.Module(bytes as Uint8Array<ArrayBuffer>);
}

/** What the kernel asks of whoever folds its columns. */
export interface FoldHost {
  /** Gives a name of the scan its number in the fold. */
  learnName(name: number): number;
  /** Adds sums that stand in the kernel's memory. */
  takeGroup(at: number): void;
  /** Adds a name's coverage, which stands in the kernel's memory. */
  takeWindow(name: number, at: number): void;
  /** Looks at the attempts of a second pass, of which some are put out afterwards. */
  lookAtAttempts(): void;
}

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/**
 * The compiled scan (server/kernel) with its memory. One kernel reads one block of lines at a time;
 * it is not shared between threads.
 */
export class Kernel {
  readonly exports: KernelExports;
  readonly map: MemoryMap;
  readonly memory: Uint8Array;
  /** Where blocks are read from; whoever reads files can let them come here. */
  readonly input: Uint8Array;
  readonly columns: Columns;
  readonly lineStarts: Uint32Array;
  names: KernelNames;
  /** Who folds the columns, while somebody does. */
  foldHost: FoldHost | undefined;
  /** The extra memory has been written to. */
  extraUsed = false;
  private readonly view: DataView;
  private readonly words: Uint32Array;
  private readonly faultAtHand = { target: 0, start: 0, end: 0 };

  /**
   * `capacity` is the largest block in bytes, `mostRows` the most lines of one block. With
   * `inPlace` a chunk's columns are the kernel's own, there until the next block is read, and
   * `extraSize` bytes are kept for what works on them.
   */
  constructor(
    module: KernelModule,
    readonly capacity: number,
    mostRows = capacity + 1,
    readonly inPlace = false,
    extraSize = 0,
  ) {
    const memory = new WebAssembly.Memory({ initial: 1 });
    const host = {
      shapesOf: (at: number, length: number) =>
        shapesOf(decoder.decode(this.memory.subarray(at, at + length))),
      learnName: (name: number) => this.foldHost?.learnName(name) ?? 0,
      takeGroup: (at: number) => this.foldHost?.takeGroup(at),
      takeWindow: (name: number, at: number) => this.foldHost?.takeWindow(name, at),
      lookAtAttempts: () => this.foldHost?.lookAtAttempts(),
    };
    const instance = new WebAssembly.Instance(module as WebAssembly.Module, {
      env: { memory },
      host,
    });
    this.exports = instance.exports as unknown as KernelExports;
    this.map = layOut(this.exports.fixedEnd.value, capacity, mostRows, extraSize);
    memory.grow(this.map.pages - 1);
    this.memory = new Uint8Array(memory.buffer);
    this.view = new DataView(memory.buffer);
    this.words = new Uint32Array(memory.buffer);
    this.input = this.memory.subarray(this.map.input, this.map.input + capacity);
    this.columns = new Columns(rowsHeld(mostRows), memory.buffer, this.map.columns);
    this.lineStarts = new Uint32Array(memory.buffer, this.map.lineStarts, mostRows + 2);
    this.prepare();
    this.names = this.emptyNames();
  }

  /**
   * Begins to read a block. It is copied in unless it stands in this kernel's memory; the byte
   * behind it is then lost. Without `keepsValues` the columns of values hold anything.
   */
  scan(bytes: Uint8Array, last: boolean, latest: number, keepsValues = true): KernelScan {
    const { exports, map, names } = this;
    if (names.isHalfFull) {
      names.detach();
      this.names = this.emptyNames();
    }
    const isHere = bytes.buffer === this.memory.buffer;
    if (!isHere) this.input.set(bytes);
    const at = isHere ? bytes.byteOffset : map.input;
    exports.placeInput(at);
    this.memory[at + bytes.length] = 0;
    exports.placeV6(map.v6, map.mostV6);
    exports.setLatest(latest);
    exports.keepValues(keepsValues);
    exports.begin(bytes.length, last, map.mostRows);
    return new KernelScan(this, bytes, isHere ? bytes : this.input, keepsValues);
  }

  /** Puts a text where blocks are read from; undefined if it is not plain ASCII, or too long. */
  take(text: string): Uint8Array | undefined {
    const { length } = text;
    if (length > this.capacity) return undefined;
    const place = this.input.subarray(0, length);
    // Any other character takes more bytes than units, so that the last ones find no room.
    return encoder.encodeInto(text, place).read === length ? place : undefined;
  }

  /** Puts plans in place, the one to try first at the front. */
  setPlans(plans: readonly Plan[]): void {
    const usable = plans.filter(plan => plan.targets.length <= MOST_COLUMNS).slice(0, MOST_PLANS);
    usable.forEach(({ layout, keyed, targets }, i) => {
      const at = this.map.plans + i * PLAN_SIZE;
      this.view.setUint16(at, layout, true);
      this.view.setUint8(at + 2, keyed ? 1 : 0);
      this.view.setUint8(at + 3, targets.length);
      this.memory.set(targets, at + 8);
    });
    this.exports.setPlans(usable.length);
  }

  /** Adds an IPv6 address of a line that was read with care. */
  addV6(address: Uint8Array): number {
    this.memory.set(address, this.map.v6 + this.map.mostV6 * 16);
    return Math.max(0, this.exports.keepV6());
  }

  /** Where a value stands that the line at hand has wrong, in this memory; there until the next call. */
  fault(number: number): Fault {
    const { exports, words, faultAtHand } = this;
    const at = (exports.faults() >> 2) + number * 3;
    faultAtHand.target = words[at]!;
    faultAtHand.start = words[at + 1]!;
    faultAtHand.end = words[at + 2]!;
    return faultAtHand;
  }

  private prepare(): void {
    const { exports, map, memory } = this;
    memory.set(keyBytes(), map.keys);
    memory.set(icmpBits(), map.icmp);
    exports.placeTables(map.places, map.plans, map.icmp);
    exports.placeKeys(map.keys, KEYS.length);
    const c = this.columns;
    const places = [
      this.lineStarts,
      ...[c.kind, c.layout, c.flags, c.source, c.destination, c.srcPort, c.dstPort, c.protocol],
      ...[c.action, c.status, c.packets, c.bytes, c.start, c.end, c.tcpFlags, c.point, c.account],
      ...[c.region, c.srcRegion, c.dstRegion, c.direction],
    ];
    places.forEach((column, i) => {
      this.view.setUint32(map.columnList + i * 4, column.byteOffset, true);
    });
    exports.placeColumns(map.columnList);
  }

  private emptyNames(): KernelNames {
    const { exports, map } = this;
    exports.placeNames(map.slots, NAME_SLOTS - 1, map.entries, map.texts, map.textsSize);
    return new KernelNames(this.memory, map, exports);
  }
}
