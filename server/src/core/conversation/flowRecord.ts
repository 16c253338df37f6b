/** A flow record as pairing needs it; the key is alike for a flow and its reverse. */
export interface FlowRecord {
  readonly point: number;
  readonly meta: number;
  readonly a: number;
  readonly b: number;
  readonly ports: number;
  /** B is the source. */
  readonly reversed: boolean;
  readonly accepted: boolean;
  /** Bits of what it tells about the direction. */
  readonly signs: number;
  /** Unix seconds. */
  readonly start: number;
  readonly end: number;
  readonly packets: number;
  readonly bytes: number;
}

/** Takes a flow record and its line, from 0; the object is used again. */
export type TakeRecord = (record: FlowRecord, line: number) => void;
