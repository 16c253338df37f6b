import type { ValueColumns } from '../group/groupTable';
import type { KeyColumns } from '../group/keys';

/** Records of a chunk that are folded at a time: their working columns stay in the cache. */
export const BATCH = 1024;

/** Places in a batch, the first `count` of them. */
export interface Picks {
  readonly places: Int32Array;
  count: number;
}

/** No key word. */
const zeros = new Int32Array(BATCH);

/**
 * Some records of one chunk, made ready for the tables: one place a record, one array a value.
 * Everything below `size` holds; the rest is left from batches before.
 */
export class Batch implements ValueColumns {
  size = 0;
  /** Row of each record in its chunk. */
  readonly rows = new Int32Array(BATCH);
  readonly lines = new Float64Array(BATCH);
  /** What the record adds to sums: valid values, unless the record is NODATA or SKIPDATA. */
  readonly packets = new Float64Array(BATCH);
  readonly bytes = new Float64Array(BATCH);
  /** The record's time in Unix seconds, or below 0. */
  readonly times = new Float64Array(BATCH);
  readonly points = new Int32Array(BATCH);
  /** The name of the observation point: the interface, or CCN and region in one. */
  readonly places = new Int32Array(BATCH);
  /** Kind of the observation point, as a place in POINT_KINDS. */
  readonly kinds = new Uint8Array(BATCH);
  readonly protocols = new Uint16Array(BATCH);

  /** Numbers of names in the name book. */
  readonly point = nameKeys();
  readonly account = nameKeys();
  readonly region = new Int32Array(BATCH);
  readonly srcRegion = new Int32Array(BATCH);
  readonly dstRegion = new Int32Array(BATCH);

  readonly source = addressKeys();
  readonly destination = addressKeys();
  readonly pair = {
    ...this.source,
    hash: new Int32Array(BATCH),
    b: this.destination.a,
    c: newWords(),
  };
  readonly port = { hash: newWords(), a: newWords(), b: zeros, c: zeros };
  readonly conversation = { hash: newWords(), a: newWords(), b: newWords(), c: newWords() };
  /** The client of each conversation. */
  readonly client = { hash: newWords(), a: this.conversation.a, b: zeros, c: newWords() };
  /** The words of the points with the mark of a known client. */
  readonly ends = { ...this.values(), points: newWords() };

  readonly withPoint = picks();
  readonly withAccount = picks();
  readonly withSource = picks();
  readonly withDestination = picks();
  readonly withPort = picks();
  readonly withPair = picks();
  readonly rejected = { point: picks(), source: picks(), port: picks(), pair: picks() };
  readonly ccn = picks();

  private values(): ValueColumns {
    const { packets, bytes, lines, points } = this;
    return { packets, bytes, lines, points };
  }
}

function newWords(): Int32Array {
  return new Int32Array(BATCH);
}

function picks(): Picks {
  return { places: newWords(), count: 0 };
}

function nameKeys() {
  return { hash: newWords(), a: newWords(), b: zeros, c: zeros } satisfies KeyColumns;
}

function addressKeys() {
  return { hash: newWords(), a: newWords(), b: zeros, c: newWords() } satisfies KeyColumns;
}
