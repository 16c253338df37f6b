import { isDocumentedSet } from './documentedSet';
import { FLAG, STATUS, type Columns } from './columns';
import { isRegisteredPacking } from './icmpPacking';
import { AT, bit, TARGET } from './plan';
import type { V6Table } from './v6Table';

const TCP = 6;
const UDP = 17;
const ICMP = 1;
const ICMPV6 = 58;
/** 2006-01-01T00:00:00Z: no cloud had flow logs before. */
export const EARLIEST = 1_136_073_600;
/** Longest capture window that any document gives, in seconds. */
export const LONGEST_WINDOW = 600;
/** Smallest IPv4 header, in bytes (RFC 791). */
export const LEAST_PACKET = 20;

const PORTS = bit(AT.srcPort) | bit(AT.dstPort);
/** What NODATA and SKIPDATA records leave out. */
const DATA =
  bit(AT.source) |
  bit(AT.destination) |
  PORTS |
  bit(AT.protocol) |
  bit(AT.packets) |
  bit(AT.bytes) |
  bit(AT.action);
/** Columns of other clouds may be absent at any time. */
const ALWAYS_ABSENT =
  bit(TARGET.text) | bit(TARGET.otherAddress) | bit(TARGET.tcpFlags) | bit(TARGET.direction);
/** What may be absent in NODATA and SKIPDATA records. */
const WITHOUT_DATA = DATA | ALWAYS_ABSENT | bit(AT.srcRegion) | bit(AT.dstRegion);

/** Whether nothing about a row whose values are all legal contradicts anything else in it. */
export function isOrdinaryRow(
  columns: Columns,
  row: number,
  present: number,
  absent: number,
  keyed: boolean,
  { v6 }: { readonly v6: V6Table },
): boolean {
  if (keyed && !isDocumentedSet(present | absent)) return false;
  if (!hasPlausibleTimes(columns, row, present)) return false;
  const ccn = (columns.flags[row]! & FLAG.ccn) !== 0;
  const status = columns.status[row];
  if (status === STATUS.none) return false;
  if (status !== STATUS.ok) {
    const skippedOnCcn = ccn && status === STATUS.skipdata;
    return (present & DATA) === 0 && (absent & ~WITHOUT_DATA) === 0 && !skippedOnCcn;
  }
  const protocol = columns.protocol[row]!;
  if (absent & ~ALWAYS_ABSENT) {
    const portless = ccn && present & bit(AT.protocol) && protocol !== TCP && protocol !== UDP;
    if ((absent & ~ALWAYS_ABSENT) !== PORTS || !portless) return false;
  }
  return (
    hasPlausibleCounts(columns, row, present) &&
    hasPlausibleEnds(columns, row, v6) &&
    hasPlausiblePorts(columns, row, present, protocol)
  );
}

function hasPlausibleTimes(columns: Columns, row: number, present: number): boolean {
  const start = columns.start[row]!;
  const end = columns.end[row]!;
  const hasStart = (present & bit(AT.start)) !== 0;
  if (hasStart && start < EARLIEST) return false;
  if (!(present & bit(AT.end))) return true;
  if (end < EARLIEST) return false;
  return !hasStart || (end >= start && end - start <= LONGEST_WINDOW);
}

function hasPlausibleCounts(columns: Columns, row: number, present: number): boolean {
  const both = bit(AT.packets) | bit(AT.bytes);
  if ((present & both) !== both) return true;
  const packets = columns.packets[row]!;
  const bytes = columns.bytes[row]!;
  return bytes >= LEAST_PACKET * packets && (packets > 0 || bytes === 0);
}

function hasPlausibleEnds(columns: Columns, row: number, v6: V6Table): boolean {
  const flags = columns.flags[row]!;
  const source = columns.source[row]!;
  const destination = columns.destination[row]!;
  if (flags & FLAG.sourceV6) {
    const bytes = v6.at(source);
    if (bytes[0] === 0xff) return false;
    if (!(flags & FLAG.destination)) return true;
    if (!(flags & FLAG.destinationV6)) return false;
    const other = v6.at(destination);
    return bytes.some((byte, i) => byte !== other[i]);
  }
  if (flags & FLAG.source) {
    if (source >= 0xe0000000 && source < 0xf0000000) return false;
    if (source === 0xffffffff || source === 0) return false;
    if (flags & FLAG.destinationV6) return false;
    if (flags & FLAG.destination && source === destination) return false;
  }
  return true;
}

function hasPlausiblePorts(
  columns: Columns,
  row: number,
  present: number,
  protocol: number,
): boolean {
  if (!(present & bit(AT.protocol))) return true;
  const srcPort = columns.srcPort[row]!;
  const dstPort = columns.dstPort[row]!;
  if (protocol === TCP || protocol === UDP) {
    return (
      (srcPort !== 0 || !(present & bit(AT.srcPort))) &&
      (dstPort !== 0 || !(present & bit(AT.dstPort)))
    );
  }
  if (protocol !== ICMP && protocol !== ICMPV6) return true;
  const v6 = (columns.flags[row]! & (FLAG.sourceV6 | FLAG.destinationV6)) !== 0;
  const addressed = (present & (bit(AT.source) | bit(AT.destination))) !== 0;
  if (addressed && v6 !== (protocol === ICMPV6)) return false;
  if (!(present & bit(AT.dstPort))) return true;
  return (srcPort === 0 && dstPort === 0) || isRegisteredPacking(protocol, dstPort);
}
