/** What a line is, as the `kind` column holds it. */
export const LINE = {
  blank: 0,
  comment: 1,
  header: 2,
  record: 3,
  unreadable: 4,
  /** A further line of a record that was wrapped; its values stand in the record's first line. */
  continuation: 5,
} as const;

/** Values of the `action` column. */
export const ACTION = { none: 0, accept: 1, reject: 2 } as const;

/** Values of the `direction` column: into the interface, or out of it, as other clouds say. */
export const DIRECTION = { none: 0, ingress: 1, egress: 2 } as const;

/** Values of the `status` column. */
export const STATUS = { none: 0, ok: 1, nodata: 2, skipdata: 3 } as const;

/** Bits of the `flags` column: which columns hold a legal value, and how to read them. */
export const FLAG = {
  source: 1,
  destination: 2,
  /** The source is the number of an entry in the chunk's IPv6 table. */
  sourceV6: 4,
  destinationV6: 8,
  srcPort: 16,
  dstPort: 32,
  protocol: 64,
  packets: 128,
  bytes: 256,
  start: 512,
  end: 1024,
  tcpFlags: 2048,
  /** The record's observation point is a CCN and a region, not an interface. */
  ccn: 4096,
  /** The line was wrapped and stands on more lines than this. */
  wrapped: 8192,
  /** The line could not be accepted at once: rules have to look at it. */
  suspect: 16384,
} as const;

/** Name columns hold a number in the chunk's name table; 0 is no name. */
export const NO_NAME = 0;

/** Bytes that the columns take for one row. */
export const ROW_BYTES = 56;

/** Hands out stretches of a buffer, the widest type first so that each is aligned. */
class Space {
  constructor(
    private readonly buffer: ArrayBufferLike,
    private at: number,
  ) {}

  take<T>(
    type: new (buffer: ArrayBufferLike, at: number, length: number) => T,
    bytes: number,
    length: number,
  ): T {
    const column = new type(this.buffer, this.at, length);
    this.at += bytes * length;
    return column;
  }
}

/**
 * One row a line, one typed array a column. A row that is no record has zeros from `flags` on.
 * Times are Unix seconds, addresses IPv4 numbers or places in the chunk's IPv6 table.
 */
export class Columns {
  readonly packets: Float64Array;
  readonly bytes: Float64Array;
  readonly source: Uint32Array;
  readonly destination: Uint32Array;
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  readonly layout: Uint16Array;
  readonly flags: Uint16Array;
  readonly srcPort: Uint16Array;
  readonly dstPort: Uint16Array;
  /** Interface or CCN. */
  readonly point: Uint16Array;
  readonly account: Uint16Array;
  readonly region: Uint16Array;
  readonly srcRegion: Uint16Array;
  readonly dstRegion: Uint16Array;
  readonly kind: Uint8Array;
  readonly protocol: Uint8Array;
  readonly action: Uint8Array;
  readonly status: Uint8Array;
  readonly tcpFlags: Uint8Array;
  readonly direction: Uint8Array;
  /** The columns, in the order in which they stand. */
  private readonly all;

  /** Columns for so many rows, in a buffer of their own or from `at` (a multiple of 8) in another. */
  constructor(
    readonly rows: number,
    buffer: ArrayBufferLike = new ArrayBuffer(rows * ROW_BYTES),
    at = 0,
  ) {
    const space = new Space(buffer, at);
    this.packets = space.take(Float64Array, 8, rows);
    this.bytes = space.take(Float64Array, 8, rows);
    this.source = space.take(Uint32Array, 4, rows);
    this.destination = space.take(Uint32Array, 4, rows);
    this.start = space.take(Uint32Array, 4, rows);
    this.end = space.take(Uint32Array, 4, rows);
    this.layout = space.take(Uint16Array, 2, rows);
    this.flags = space.take(Uint16Array, 2, rows);
    this.srcPort = space.take(Uint16Array, 2, rows);
    this.dstPort = space.take(Uint16Array, 2, rows);
    this.point = space.take(Uint16Array, 2, rows);
    this.account = space.take(Uint16Array, 2, rows);
    this.region = space.take(Uint16Array, 2, rows);
    this.srcRegion = space.take(Uint16Array, 2, rows);
    this.dstRegion = space.take(Uint16Array, 2, rows);
    this.kind = space.take(Uint8Array, 1, rows);
    this.protocol = space.take(Uint8Array, 1, rows);
    this.action = space.take(Uint8Array, 1, rows);
    this.status = space.take(Uint8Array, 1, rows);
    this.tcpFlags = space.take(Uint8Array, 1, rows);
    this.direction = space.take(Uint8Array, 1, rows);
    const { packets, bytes, source, destination, start, end, layout, flags } = this;
    const { srcPort, dstPort, point, account, region, srcRegion, dstRegion } = this;
    const { kind, protocol, action, status, tcpFlags, direction } = this;
    this.all = [
      ...[packets, bytes, source, destination, start, end, layout, flags],
      ...[srcPort, dstPort, point, account, region, srcRegion, dstRegion],
      ...[kind, protocol, action, status, tcpFlags, direction],
    ];
  }

  /** A copy of the first rows. */
  copy(rows: number): Columns {
    const copy = new Columns(rows);
    const sources = this.all;
    copy.all.forEach((column, i) => column.set(sources[i]!.subarray(0, rows)));
    return copy;
  }

  /** Makes a row that of an empty line, whatever an attempt to accept its line may have left. */
  clear(row: number): void {
    for (const column of this.all) column[row] = 0;
  }
}
