// Keeps a record whose values have been read, unless one contradicts another.

import {
  ALWAYS_ABSENT,
  DATA,
  hasPlausibleCounts,
  hasPlausibleEnds,
  hasPlausiblePorts,
  hasPlausibleTimes,
  hasPlausibleWindow,
  isPortless,
  PORTS,
  WITHOUT_DATA,
} from './crossCheck';
import { mayContradict } from './faults';
import * as FLAG from './flags';
import { kind, layout } from './memory';
import { storeRow } from './rows';

/**
 * Stores a record whose values are all legal, unless one contradicts another: then only if it is no
 * `strict` call, and the record may have faults.
 */
// @ts-ignore: decorator
@inline
export function settle(
  row: u32, layoutNumber: u16, present: u32, absent: u32, rowFlags: u32, from: i64, to: i64,
  fromPort: i64, toPort: i64, number: i64, packetCount: i64, byteCount: i64, first: i64,
  last: i64, tcp: i64, act: u32, state: u32, pointName: u32, accountName: u32, regionName: u32,
  srcRegionName: u32, dstRegionName: u32, passage: u32, strict: bool,
): bool {
  if (!hasPlausibleTimes(present, <u32>first, <u32>last)) return false;
  if (state == 0) return false;
  let fits = hasPlausibleWindow(present, <u32>first, <u32>last);
  if (state != 1) {
    if (present & DATA || absent & ~WITHOUT_DATA) return false;
    fits = fits && !(state == 3 && rowFlags & FLAG.CCN);
  } else {
    const lacking = absent & ~ALWAYS_ABSENT;
    if (lacking && (lacking != PORTS || !isPortless(rowFlags, <u32>number))) return false;
    const ports = (<u32>fromPort << 16) | <u32>toPort;
    fits =
      fits &&
      hasPlausibleCounts(present, packetCount, byteCount) &&
      hasPlausibleEnds(rowFlags, <u32>from, <u32>to) &&
      hasPlausiblePorts(rowFlags, <u32>number, ports);
  }
  let rest = rowFlags;
  if (!fits) {
    if (strict || !mayContradict()) return false;
    rest |= FLAG.SUSPECT;
  }
  storeRow(
    row, rest, <u32>from, <u32>to, <u32>fromPort, <u32>toPort, <u32>number, act, state,
    packetCount, byteCount, <u32>first, <u32>last, <u32>tcp, pointName, accountName, regionName,
    srcRegionName, dstRegionName, passage,
  );
  store<u8>(kind + row, 3);
  store<u16>(layout + (row << 1), layoutNumber);
  return true;
}
