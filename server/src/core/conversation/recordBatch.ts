import type { FlowRecord, TakeRecord } from './flowRecord';
import { inOrder } from './inOrder';
import { RecordPool } from './recordPool';

/** Records that are handed out without a pause; each may complete a conversation. */
const AT_A_TIME = 1024;

/** Flow records gathered from anywhere in a log, handed out in order of time and then of lines. */
export class RecordBatch {
  private readonly pool = new RecordPool();
  private used = 0;

  get size(): number {
    return this.used;
  }

  /** Records have to be added in the order of lines. */
  add(record: FlowRecord, line: number): void {
    this.pool.put(this.used++, record, line);
  }

  /** Hands out all records and forgets them. Yields often. */
  *drain(take: TakeRecord): Generator<void, void> {
    const { pool } = this;
    const order = yield* inOrder(this.used, [pool.starts]);
    for (let i = 0; i < order.length; i++) {
      take(pool.at(order[i]!), pool.lineOf(order[i]!));
      if (i % AT_A_TIME === AT_A_TIME - 1) yield;
    }
    this.used = 0;
  }
}
