// Accepts a line if every value is legal and nothing about the record is worth a word. The same
// conditions as server/src/core/scan/acceptLine.ts, which is the reference.

import { ipv4, ipv6 } from './addresses';
import { COUNTS, isDocumentedSet, isIcmpOrV6 } from './crossCheck';
import {
  endsInOrder,
  flagsOf,
  insist,
  leaveOut,
  NAMES,
  OF_POINT,
  tolerate,
  weighOthers,
} from './faults';
import { plans, PLAN_SIZE } from './memory';
import { intern, ordinaryName } from './names';
import { integer, isShortNumber } from './numbers';
import { findKey } from './lineKeys';
import { settle } from './settle';
import { addV6, forgetV6, v6Scratch } from './v6Table';
import { actionAt, directionAt, statusAt } from './words';
import * as TARGET from './targets';
import * as FLAG from './flags';

/** Number of plans, and the latest plausible time in Unix seconds. */
let planCount: i32 = 0;
export let latest: i64 = 0;

export function setPlans(count: i32): void {
  planCount = count;
}

export function setLatest(seconds: f64): void {
  latest = <i64>seconds;
}

/** The layout of the plan that is tried first; -1 if there is none. */
// @ts-ignore: decorator
@inline
export function firstLayout(): i32 {
  return planCount > 0 ? <i32>load<u16>(plans) : -1;
}

/** Tries the plans in order; the one that accepts comes first for the next line. */
export function accept(
  row: u32,
  from: usize,
  stop: usize,
  blanks: usize,
  blankCount: i32,
): bool {
  for (let i = 0; i < planCount; i++) {
    const plan = plans + <usize>i * PLAN_SIZE;
    if (!acceptBy(plan, row, from, stop, blanks, blankCount)) continue;
    if (i > 0) bringForward(i);
    return true;
  }
  return false;
}

/**
 * Reads a record that is in order but for a few values, which are left out (faults.ts), or but for what
 * its values have to do with each other, by the plan that comes first.
 */
export function acceptFaulty(
  row: u32,
  from: usize,
  stop: usize,
  blanks: usize,
  blankCount: i32,
): bool {
  if (planCount == 0) return false;
  tolerate();
  const accepted = acceptBy(plans, row, from, stop, blanks, blankCount);
  insist();
  const keyed = load<u8>(plans, 2) != 0;
  if (accepted && !keyed) weighOthers(plans + 8, from, stop, blanks, blankCount);
  return accepted;
}

function bringForward(place: i32): void {
  const spare = plans + <usize>planCount * PLAN_SIZE;
  const plan = plans + <usize>place * PLAN_SIZE;
  memory.copy(spare, plan, PLAN_SIZE);
  memory.copy(plans + PLAN_SIZE, plans, <usize>place * PLAN_SIZE);
  memory.copy(plans, spare, PLAN_SIZE);
}

/** Reads a line by one plan. Values stay in locals until all are known to be ordinary. */
function acceptBy(
  plan: usize,
  row: u32,
  from: usize,
  stop: usize,
  blanks: usize,
  blankCount: i32,
): bool {
  const keyed = load<u8>(plan, 2) != 0;
  const width = <i32>load<u8>(plan, 3);
  let present: u32 = 0;
  let absent: u32 = 0;
  let left: u32 = 0;
  let rowFlags: u32 = 0;
  let sourceValue: i64 = 0;
  let destinationValue: i64 = 0;
  let srcPortValue: i64 = 0;
  let dstPortValue: i64 = 0;
  let protocolValue: i64 = 0;
  let packetCount: i64 = 0;
  let byteCount: i64 = 0;
  let first: i64 = 0;
  let last: i64 = 0;
  let tcp: i64 = 0;
  let act: u32 = 0;
  let state: u32 = 0;
  let pointName: u32 = 0;
  let accountName: u32 = 0;
  let regionName: u32 = 0;
  let srcRegionName: u32 = 0;
  let dstRegionName: u32 = 0;
  let passage: u32 = 0;
  forgetV6(row);
  let at = from;
  let column = 0;
  for (let i = 0; i <= blankCount; i++) {
    const tokenEnd = i < blankCount ? <usize>load<u32>(blanks + (<usize>i << 2)) : stop;
    if (tokenEnd == at) {
      at++;
      continue;
    }
    let target: u32;
    if (keyed) {
      const key = findKey(at, tokenEnd, plan, column);
      if (key == 0) return false;
      target = load<u8>(key, 1);
      if ((present | absent | left) & (1 << target)) return false;
      at += <usize>load<u8>(key) + 1;
    } else {
      if (column == width) return false;
      target = load<u8>(plan + 8 + <usize>column);
    }
    column++;
    const bit: u32 = 1 << target;
    if (load<u8>(at) == 0x2d) {
      const dash = tokenEnd - at == 1 && target >= TARGET.SOURCE;
      const minusOne = tokenEnd - at == 2 && load<u8>(at, 1) == 0x31 && (bit & COUNTS) != 0;
      if (!dash && !minusOne && target < TARGET.TEXT) return false;
      if (dash || minusOne) {
        absent |= bit;
        at = tokenEnd + 1;
        continue;
      }
    }
    let fine = true;
    switch (target) {
      case TARGET.VERSION:
        fine = isOrdinaryVersion(at, tokenEnd);
        break;
      case TARGET.ACCOUNT:
        accountName = ordinaryName(TARGET.SHAPE_ACCOUNT, at, tokenEnd);
        fine = accountName != 0;
        break;
      case TARGET.INTERFACE:
        pointName = ordinaryName(TARGET.SHAPE_INTERFACE, at, tokenEnd);
        fine = pointName != 0;
        break;
      case TARGET.SOURCE:
        sourceValue = ipv4(at, tokenEnd);
        rowFlags |= FLAG.SOURCE;
        if (sourceValue >= 0) break;
        sourceValue = addV6(at, tokenEnd);
        fine = sourceValue >= 0;
        rowFlags |= FLAG.SOURCE_V6;
        break;
      case TARGET.DESTINATION:
        destinationValue = ipv4(at, tokenEnd);
        rowFlags |= FLAG.DESTINATION;
        if (destinationValue >= 0) break;
        destinationValue = addV6(at, tokenEnd);
        fine = destinationValue >= 0;
        rowFlags |= FLAG.DESTINATION_V6;
        break;
      case TARGET.SRC_PORT:
        srcPortValue = integer(at, tokenEnd);
        rowFlags |= FLAG.SRC_PORT;
        fine = <u64>srcPortValue <= 65535;
        break;
      case TARGET.DST_PORT:
        dstPortValue = integer(at, tokenEnd);
        rowFlags |= FLAG.DST_PORT;
        fine = <u64>dstPortValue <= 65535;
        break;
      case TARGET.PROTOCOL:
        protocolValue = integer(at, tokenEnd);
        rowFlags |= FLAG.PROTOCOL;
        fine = <u64>protocolValue <= 255;
        break;
      case TARGET.PACKETS:
        packetCount = integer(at, tokenEnd);
        rowFlags |= FLAG.PACKETS;
        fine = packetCount >= 0;
        break;
      case TARGET.BYTES:
        byteCount = integer(at, tokenEnd);
        rowFlags |= FLAG.BYTES;
        fine = byteCount >= 0;
        break;
      case TARGET.START:
        first = integer(at, tokenEnd);
        rowFlags |= FLAG.START;
        fine = <u64>first <= <u64>latest;
        break;
      case TARGET.END:
        last = integer(at, tokenEnd);
        rowFlags |= FLAG.END;
        fine = <u64>last <= <u64>latest;
        break;
      case TARGET.ACTION:
        act = actionAt(at, tokenEnd);
        fine = act != 0;
        break;
      case TARGET.STATUS:
        state = statusAt(at, tokenEnd);
        fine = state != 0;
        break;
      case TARGET.CCN:
        rowFlags |= FLAG.CCN;
        pointName = ordinaryName(TARGET.SHAPE_CCN, at, tokenEnd);
        fine = pointName != 0;
        break;
      case TARGET.REGION:
        regionName = ordinaryName(TARGET.SHAPE_REGION, at, tokenEnd);
        fine = regionName != 0;
        break;
      case TARGET.SRC_REGION:
        srcRegionName = ordinaryName(TARGET.SHAPE_REGION, at, tokenEnd);
        fine = srcRegionName != 0;
        break;
      case TARGET.DST_REGION:
        dstRegionName = ordinaryName(TARGET.SHAPE_REGION, at, tokenEnd);
        fine = dstRegionName != 0;
        break;
      case TARGET.TCP_FLAGS:
        tcp = integer(at, tokenEnd);
        rowFlags |= FLAG.TCP_FLAGS;
        fine = <u64>tcp <= 255;
        break;
      case TARGET.OTHER_ADDRESS:
        fine = ipv4(at, tokenEnd) >= 0 || ipv6(at, tokenEnd, v6Scratch());
        break;
      default:
        fine = isPlain(at, tokenEnd);
        if (target == TARGET.DIRECTION) passage = directionAt(at, tokenEnd);
    }
    if (fine) present |= bit;
    else {
      const time = target == TARGET.START ? first : target == TARGET.END ? last : -1;
      // A time that is implausible is one all the same, and others may contradict it.
      if (<u64>time <= <u64>u32.MAX_VALUE) return false;
      if (!leaveOut(target, column, at, tokenEnd)) return false;
      left |= bit;
      // An unusual name is one all the same.
      const name = (1 << target) & NAMES ? intern(at, tokenEnd) : 0;
      if ((1 << target) & NAMES && name == 0) return false;
      if (target == TARGET.INTERFACE) pointName = name;
      if (target == TARGET.REGION) regionName = name;
      if (target == TARGET.SRC_REGION) srcRegionName = name;
      if (target == TARGET.DST_REGION) dstRegionName = name;
    }
    at = tokenEnd + 1;
  }
  if (keyed ? !isDocumentedSet(present | absent | left) : column != width) return false;
  if (left != 0) {
    if (!endsInOrder(column) || (state != 1 && (left & ~OF_POINT) != 0)) return false;
    rowFlags = (rowFlags & ~flagsOf(left)) | FLAG.SUSPECT;
    if (isIcmpOrV6(rowFlags, <u32>protocolValue)) return false;
    if (left & (1 << TARGET.SOURCE)) sourceValue = 0;
    if (left & (1 << TARGET.DESTINATION)) destinationValue = 0;
    if (left & (1 << TARGET.SRC_PORT)) srcPortValue = 0;
    if (left & (1 << TARGET.DST_PORT)) dstPortValue = 0;
    if (left & (1 << TARGET.PROTOCOL)) protocolValue = 0;
    if (left & (1 << TARGET.PACKETS)) packetCount = 0;
    if (left & (1 << TARGET.BYTES)) byteCount = 0;
    if (left & (1 << TARGET.START)) first = 0;
    if (left & (1 << TARGET.END)) last = 0;
  }
  return settle(
    row, load<u16>(plan), present, absent, rowFlags, sourceValue, destinationValue, srcPortValue,
    dstPortValue, protocolValue, packetCount, byteCount, first, last, tcp, act, state, pointName,
    accountName, regionName, srcRegionName, dstRegionName, passage, false,
  );
}

/** `2`, `V1`, `0001_0001`; leading zeros are legal in a version. */
export function isOrdinaryVersion(at: usize, stop: usize): bool {
  const length = stop - at;
  if (length == 1) return <u32>load<u8>(at) - 0x30 < 10;
  if (length == 9 && load<u8>(at, 4) == 0x5f) {
    return isShortNumber(at, at + 4) && isShortNumber(at + 5, stop);
  }
  return isShortNumber(load<u8>(at) == 0x56 ? at + 1 : at, stop);
}

/** Any text without quotes; `#` before it may make the line a comment. */
function isPlain(at: usize, stop: usize): bool {
  if (at == stop || load<u8>(at) == 0x23) return false;
  for (let i = at; i < stop; i++) {
    const byte = load<u8>(i);
    if (byte <= 0x20 || byte >= 0x7f || byte == 0x22 || byte == 0x27) return false;
  }
  return true;
}
