// Writes what was read of a line into the columns.

import {
  account,
  action,
  bytes,
  destination,
  direction,
  dstPort,
  dstRegion,
  end,
  flags,
  keepsValues,
  kind,
  layout,
  packets,
  point,
  protocol,
  region,
  source,
  srcPort,
  srcRegion,
  start,
  status,
  tcpFlags,
} from './memory';

/** Makes a row that of an empty line. */
export function emptyRow(row: u32): void {
  store<u8>(kind + row, 0);
  store<u16>(layout + (row << 1), 0);
  storeRow(row, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}

// @ts-ignore: decorator
@inline
export function storeRow(
  row: u32, rowFlags: u32, from: u32, to: u32, fromPort: u32, toPort: u32, number: u32, act: u32,
  state: u32, packetCount: i64, byteCount: i64, first: u32, last: u32, tcp: u32, pointName: u32,
  accountName: u32, regionName: u32, srcRegionName: u32, dstRegionName: u32, passage: u32,
): void {
  const by2 = <usize>row << 1;
  const by4 = <usize>row << 2;
  const by8 = <usize>row << 3;
  store<u16>(flags + by2, <u16>rowFlags);
  if (!keepsValues) return;
  store<u32>(source + by4, from);
  store<u32>(destination + by4, to);
  store<u16>(srcPort + by2, <u16>fromPort);
  store<u16>(dstPort + by2, <u16>toPort);
  store<u8>(protocol + row, <u8>number);
  store<u8>(action + row, <u8>act);
  store<u8>(status + row, <u8>state);
  store<f64>(packets + by8, <f64>packetCount);
  store<f64>(bytes + by8, <f64>byteCount);
  store<u32>(start + by4, first);
  store<u32>(end + by4, last);
  store<u8>(tcpFlags + row, <u8>tcp);
  store<u16>(point + by2, <u16>pointName);
  store<u16>(account + by2, <u16>accountName);
  store<u16>(region + by2, <u16>regionName);
  store<u16>(srcRegion + by2, <u16>srcRegionName);
  store<u16>(dstRegion + by2, <u16>dstRegionName);
  store<u8>(direction + row, <u8>passage);
}
