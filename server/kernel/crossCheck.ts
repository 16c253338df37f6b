// Whether nothing in a record contradicts anything else in it; the same conditions as
// server/src/core/scan/crossCheck.ts, which is the reference.

import { icmpBits } from './memory';
import * as FLAG from './flags';
import * as TARGET from './targets';
import { v6At } from './v6Table';

const EARLIEST: u32 = 1136073600;
const LONGEST_WINDOW: u32 = 600;
const LEAST_PACKET: i64 = 20;

export const PORTS: u32 = (1 << TARGET.SRC_PORT) | (1 << TARGET.DST_PORT);
const TIMES: u32 = (1 << TARGET.START) | (1 << TARGET.END);
export const COUNTS: u32 = (1 << TARGET.PACKETS) | (1 << TARGET.BYTES);
export const DATA: u32 =
  (1 << TARGET.SOURCE) |
  (1 << TARGET.DESTINATION) |
  PORTS |
  (1 << TARGET.PROTOCOL) |
  COUNTS |
  (1 << TARGET.ACTION);
export const ALWAYS_ABSENT: u32 =
  (1 << TARGET.TEXT) |
  (1 << TARGET.OTHER_ADDRESS) |
  (1 << TARGET.TCP_FLAGS) |
  (1 << TARGET.DIRECTION);

export const WITHOUT_DATA: u32 =
  DATA | ALWAYS_ABSENT | (1 << TARGET.SRC_REGION) | (1 << TARGET.DST_REGION);

/** Fields that the documents show for an interface's and for a CCN's record. */
const ENI: u32 = 0x3fff;
const CCN: u32 = 0x3fff & ~((1 << TARGET.ACCOUNT) | (1 << TARGET.INTERFACE)) | (0xf << TARGET.CCN);

/** A record is of an interface or of a CCN. */
const POINTS: u32 = (1 << TARGET.INTERFACE) | (1 << TARGET.CCN);

// @ts-ignore: decorator
@inline
export function isDocumentedSet(seen: u32): bool {
  const points = seen & POINTS;
  return points != POINTS && ((seen & ENI) == ENI || (seen & CCN) == CCN);
}

// @ts-ignore: decorator
@inline
export function hasPlausibleTimes(present: u32, first: u32, last: u32): bool {
  if (present & (1 << TARGET.START) && first < EARLIEST) return false;
  return !(present & (1 << TARGET.END)) || last >= EARLIEST;
}

// @ts-ignore: decorator
@inline
export function hasPlausibleWindow(present: u32, first: u32, last: u32): bool {
  return (present & TIMES) != TIMES || last - first <= LONGEST_WINDOW;
}

/** Whether the record is one that has no ports: a CCN's, and neither TCP nor UDP. */
// @ts-ignore: decorator
@inline
export function isPortless(flags: u32, number: u32): bool {
  return (flags & FLAG.CCN) != 0 && (flags & FLAG.PROTOCOL) != 0 && number != 6 && number != 17;
}

/** Whether more rules look at a record of that kind than the conditions here stand for. */
export function isIcmpOrV6(flags: u32, number: u32): bool {
  if (flags & (FLAG.SOURCE_V6 | FLAG.DESTINATION_V6)) return true;
  return (flags & FLAG.PROTOCOL) != 0 && (number == 1 || number == 58);
}

// @ts-ignore: decorator
@inline
export function hasPlausibleCounts(present: u32, packets: i64, bytes: i64): bool {
  if ((present & COUNTS) != COUNTS) return true;
  return bytes >= LEAST_PACKET * packets && (packets > 0 || bytes == 0);
}

// @ts-ignore: decorator
@inline
export function hasPlausibleEnds(flags: u32, from: u32, to: u32): bool {
  if (flags & FLAG.SOURCE_V6) {
    if (load<u8>(v6At(from)) == 0xff) return false;
    if (!(flags & FLAG.DESTINATION)) return true;
    if (!(flags & FLAG.DESTINATION_V6)) return false;
    return memory.compare(v6At(from), v6At(to), 16) != 0;
  }
  if (flags & FLAG.SOURCE) {
    if (from >> 28 == 0xe || from == 0xffffffff || from == 0) return false;
    if (flags & FLAG.DESTINATION_V6) return false;
    if (flags & FLAG.DESTINATION && from == to) return false;
  }
  return true;
}

/** `ports` has the source port in its upper half. */
// @ts-ignore: decorator
@inline
export function hasPlausiblePorts(flags: u32, number: u32, ports: u32): bool {
  if (!(flags & FLAG.PROTOCOL)) return true;
  const from = ports >> 16;
  const to = ports & 0xffff;
  if (number == 6 || number == 17) {
    return (from != 0 || !(flags & FLAG.SRC_PORT)) && (to != 0 || !(flags & FLAG.DST_PORT));
  }
  if (number != 1 && number != 58) return true;
  const v6 = (flags & (FLAG.SOURCE_V6 | FLAG.DESTINATION_V6)) != 0;
  if (flags & (FLAG.SOURCE | FLAG.DESTINATION) && v6 != (number == 58)) return false;
  if (!(flags & FLAG.DST_PORT)) return true;
  if (ports == 0) return true;
  const bit = (number == 58 ? 65536 : 0) + to;
  return ((load<u8>(icmpBits + (bit >> 3)) >> <u8>(bit & 7)) & 1) != 0;
}
