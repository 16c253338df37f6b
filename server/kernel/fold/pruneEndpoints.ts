// Makes room for endpoints: those go that are light in every role, into the bounds of the tables
// that the roles are for the host.

import { tables } from '../fixed';
import { AS_CLIENT, AS_DESTINATION, AS_REJECTED, AS_SOURCE, ROLES, sumsOf } from './endpoints';
import {
  apartOf, dropEndpoint, endpointCount, growEndpoints, hashOf, keepEndpoints, keyOf, renumber,
} from './endpointTable';
import { CLIENTS, DESTINATIONS, HEADER, REJECTED_SOURCES, SOURCES } from './header';
import { clearBins, cutAfter, isHeavy, weigh } from './heaviest';
import { endpointKept, mostEndpoints } from './memory';
import { beginRound, endRound, putOut } from './spill';
import { bytesIn, packetsIn, recordsIn } from './sums';

/** Makes room for so many more. */
export function makeEndpointRoom(more: u32): void {
  if (endpointCount() + more > mostEndpoints) pruneEndpoints();
  growEndpoints(more);
}

function pruneEndpoints(): void {
  const count = endpointCount();
  memory.fill(endpointKept, 0, count);
  keepHeavy(AS_SOURCE, count);
  keepHeavy(AS_DESTINATION, count);
  keepHeavy(AS_REJECTED, count);
  keepHeavy(AS_CLIENT, count);
  putRoleOut(AS_SOURCE, SOURCES, count);
  putRoleOut(AS_DESTINATION, DESTINATIONS, count);
  putRoleOut(AS_REJECTED, REJECTED_SOURCES, count);
  putRoleOut(AS_CLIENT, CLIENTS, count);
  let kept: u32 = 0;
  for (let number: u32 = 0; number < count; number++) {
    if (load<u8>(endpointKept + number)) renumber(number, kept++, ROLES);
    else dropEndpoint(number);
  }
  keepEndpoints(kept);
}

/** Marks the endpoints that are heavy in a role, about as many of each role. */
function keepHeavy(role: usize, count: u32): void {
  clearBins();
  for (let number: u32 = 0; number < count; number++) {
    const at = sumsOf(role, number);
    const apart = apartOf(role, number);
    if (recordsIn(at) > 0) weigh(recordsIn(at), packetsIn(at, apart), bytesIn(at));
  }
  // Three eighths of all may stay, in four roles, by three figures.
  cutAfter(mostEndpoints / (8 * <u32>ROLES));
  for (let number: u32 = 0; number < count; number++) {
    const at = sumsOf(role, number);
    const apart = apartOf(role, number);
    if (recordsIn(at) == 0 || !isHeavy(recordsIn(at), packetsIn(at, apart), bytesIn(at))) continue;
    store<u8>(endpointKept + number, 1);
  }
}

function putRoleOut(role: usize, table: usize, count: u32): void {
  const header = tables + table * HEADER;
  beginRound(header);
  for (let number: u32 = 0; number < count; number++) {
    const at = sumsOf(role, number);
    if (load<u8>(endpointKept + number) || recordsIn(at) == 0) continue;
    const packets = packetsIn(at, apartOf(role, number));
    putOut(hashOf(keyOf(number)), recordsIn(at), packets, bytesIn(at));
  }
  endRound(header);
}
