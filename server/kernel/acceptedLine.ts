// Where the line of an accepted record stands, for what hashes it.

import * as FLAG from './flags';
import { flags, input, kind, lineStarts } from './memory';

const RECORD: u8 = 3;
/** Rows with these flags are the host's. */
const NOT_ACCEPTED: u16 = <u16>(FLAG.WRAPPED | FLAG.SUSPECT);

/** The line that was found last, without blanks around it. */
export let lineFrom: usize = 0;
export let lineStop: usize = 0;

/** Finds the line of a row of the block at hand; false if that is no accepted record. */
// @ts-ignore: decorator
@inline
export function findAcceptedLine(row: u32): bool {
  const by4 = <usize>row << 2;
  if (load<u8>(kind + row) != RECORD) return false;
  if (load<u16>(flags + (<usize>row << 1)) & NOT_ACCEPTED) return false;
  let from = input + load<u32>(lineStarts + by4);
  let stop = input + load<u32>(lineStarts + by4, 4);
  while (load<u8>(stop - 1) <= 0x20) stop--;
  while (load<u8>(from) <= 0x20) from++;
  lineFrom = from;
  lineStop = stop;
  return true;
}
