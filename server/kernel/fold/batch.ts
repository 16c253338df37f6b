// Reads the next rows of the columns: adds what has sums of its own, and lists for the tables which
// records have what.

import { column } from '../fixed';
import * as FLAG from '../flags';
import * as columns from '../memory';
import { BATCH } from './batchSize';
import * as COLUMN from './columns';
import { cover } from './coverage';
import { combine, mix } from './hash';
import { readKeys } from './keys';
import { mask } from './memory';
import { addToAccount, addToPoint, factsOf, nameNumber } from './names';
import { addPorts, hasPortSums, portWord } from './ports';
import { hasPorts, NO_PROTOCOL, readRest } from './rest';
import { addToSpan, countUntimed } from './span';
import { beginBatch, takePackets } from './sums';
import { turnTo } from './timeline';
import { addToGroup, addUntimed, groupKey, keepLine } from './totals';

const RECORD: u8 = 3;
const OK: u32 = 1;
const REJECT: u32 = 2;
/** Kind of observation point (host: nameBook.ts). */
const CCN: u32 = 4;
const POINT_BITS: u32 = 0x1fffffff;

/** What `readKeys` expects of a record, and which flags tell. */
const ORDINARY: u32 = FLAG.SOURCE | FLAG.DESTINATION | FLAG.SRC_PORT | FLAG.DST_PORT | FLAG.PROTOCOL;
const TELLING: u32 = ORDINARY | FLAG.SOURCE_V6 | FLAG.DESTINATION_V6 | FLAG.CCN;

// How many records each list has.
export let withSource: u32 = 0;
export let withDestination: u32 = 0;
export let withPort: u32 = 0;
export let withPair: u32 = 0;
export let rejectedSource: u32 = 0;
export let rejectedPort: u32 = 0;
export let rejectedPair: u32 = 0;
export let ccn: u32 = 0;

// @ts-ignore: decorator
@inline
function put(list: usize, count: u32, place: usize): void {
  store<u32>(column(list) + (<usize>count << 2), <u32>place);
}

/**
 * Reads up to a batch of rows in `[from, lines)`; gives the row to go on from. What has sums of its
 * own is added only if `counting`.
 */
export function readBatch(
  from: u32, lines: u32, firstLine: f64, masked: bool, counting: bool,
): u32 {
  withPort = 0;
  rejectedPort = 0;
  ccn = 0;
  // Counters that nearly every record advances are locals, which stand in registers.
  let sources: u32 = 0;
  let destinations: u32 = 0;
  let pairs: u32 = 0;
  let ports: u32 = 0;
  let rejectedSources: u32 = 0;
  let rejectedPairs: u32 = 0;
  let rejectedPorts: u32 = 0;
  const next = min(lines, from + <u32>BATCH);
  readKeys(from, next - from);
  beginBatch(firstLine + <f64>from);
  for (let row: usize = from; row < <usize>next; row++) {
    if (load<u8>(columns.kind + row) != RECORD || (masked && load<u8>(mask + row) == 0)) continue;
    const place = row - from;
    const has = <u32>load<u16>(columns.flags + (row << 1));
    const protocol = has & FLAG.PROTOCOL ? <u32>load<u8>(columns.protocol + row) : NO_PROTOCOL;
    const rejected = <u32>(load<u8>(columns.action + row) == REJECT);
    readRow(place, row, has, protocol, rejected != 0, firstLine + <f64>row, counting);
    if (hasPortSums(protocol) && has & FLAG.DST_PORT) {
      const word = portWord(place, protocol, <u32>load<u16>(columns.dstPort + (row << 1)));
      put(COLUMN.PORTS, ports++, word);
      put(COLUMN.REJECTED_PORTS, rejectedPorts, word);
      rejectedPorts += rejected;
    }
    const hasSource = <u32>((has & FLAG.SOURCE) != 0);
    const hasDestination = <u32>((has & FLAG.DESTINATION) != 0);
    const hasBoth = hasSource & hasDestination;
    put(COLUMN.WITH_SOURCE, sources, place);
    sources += hasSource;
    put(COLUMN.WITH_DESTINATION, destinations, place);
    destinations += hasDestination;
    put(COLUMN.WITH_PAIR, pairs, place);
    pairs += hasBoth;
    put(COLUMN.REJECTED_SOURCE, rejectedSources, place);
    rejectedSources += hasSource & rejected;
    put(COLUMN.REJECTED_PAIR, rejectedPairs, place);
    rejectedPairs += hasBoth & rejected;
  }
  withSource = sources;
  withDestination = destinations;
  withPair = pairs;
  rejectedSource = rejectedSources;
  rejectedPair = rejectedPairs;
  if (counting) {
    addPorts(COLUMN.PORTS, ports, false);
    addPorts(COLUMN.REJECTED_PORTS, rejectedPorts, true);
  }
  return next;
}

// @ts-ignore: decorator
@inline
function readRow(
  place: usize, row: usize, has: u32, protocol: u32, isRejected: bool, line: f64, counting: bool,
): void {
  const status = <u32>load<u8>(columns.status + row);
  const counted = status <= OK ? has : 0;
  const packets = counted & FLAG.PACKETS ? load<f64>(columns.packets + (row << 3)) : 0;
  const bytes = counted & FLAG.BYTES ? load<f64>(columns.bytes + (row << 3)) : 0;
  store<f64>(column(COLUMN.PACKETS) + (place << 3), packets);
  store<f64>(column(COLUMN.BYTES) + (place << 3), bytes);
  takePackets(place, packets);
  const name = nameNumber(load<u16>(columns.point + (row << 1)));
  const facts = factsOf(name);
  const isOfCcn = isCcn(row, has, name);
  if (counting) count(row, has, name, facts, isOfCcn, protocol, status, isRejected, packets, bytes, line);
  const inSums = hasPortSums(protocol);
  if (!inSums || (has & TELLING) != ORDINARY) {
    readRest(place, row, has, protocol);
    if (!inSums && has & FLAG.DST_PORT && hasPorts(protocol)) {
      put(COLUMN.WITH_PORT, withPort++, place);
      if (isRejected) put(COLUMN.REJECTED_PORT, rejectedPort++, place);
    }
  }
  let word = load<u32>(facts, 4);
  if (isOfCcn) word = readRegions(row, load<u32>(facts), word);
  const at = place << 2;
  store<u32>(column(COLUMN.POINTS) + at, word);
  store<u32>(column(COLUMN.ENDS) + at, load<u32>(column(COLUMN.ENDS) + at) | word);
}

/** Adds a record to all that has sums of its own, but for ports. */
// @ts-ignore: decorator
@inline
function count(
  row: usize, has: u32, name: u32, facts: usize, isOfCcn: bool, protocol: u32, status: u32,
  isRejected: bool, packets: f64, bytes: f64, line: f64,
): void {
  const figures = f64x2.replace_lane(f64x2.splat(packets), 1, bytes);
  addToAccount(nameNumber(load<u16>(columns.account + (row << 1))), figures, line);
  if (!isOfCcn && name != 0) addToPoint(facts, isRejected, figures, line);
  const kind = isOfCcn ? CCN : load<u32>(facts, 8);
  const layout = <u32>load<u16>(columns.layout + (row << 1));
  const key = groupKey(layout, protocol, kind, status, <u32>load<u8>(columns.action + row));
  keepLine(protocol, line);
  const start = load<u32>(columns.start + (row << 2));
  const end = load<u32>(columns.end + (row << 2));
  if (has & (FLAG.START | FLAG.END)) {
    const first = has & FLAG.START ? start : end;
    const last = has & FLAG.END ? end : first;
    addToSpan(first, last);
    turnTo(first, line);
    addToGroup(key, figures, line);
    if (!isOfCcn) cover(name, status, first, last);
  } else {
    countUntimed();
    addUntimed(key, packets, bytes, line);
  }
}

/** Whether a record is a CCN's (host: filter/pointTests.ts). */
// @ts-ignore: decorator
@inline
function isCcn(row: usize, has: u32, name: u32): bool {
  if (has & FLAG.CCN) return true;
  return name == 0 && load<u16>(columns.srcRegion + (row << 1)) != 0;
}

/** The point word of a CCN's record: the same CCN in two regions is two observation points. */
function readRegions(row: usize, hash: u32, word: u32): u32 {
  put(COLUMN.CCN, ccn++, row);
  const region = nameNumber(load<u16>(columns.region + (row << 1)));
  if (region == 0) return word;
  return (mix(combine(hash, load<u32>(factsOf(region)))) & POINT_BITS) | 1;
}
