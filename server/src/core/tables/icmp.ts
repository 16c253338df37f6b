import {
  icmpCodeRows,
  icmpTypeRows,
  icmpv6CodeRows,
  icmpv6TypeRows,
  type IcmpCodeRow,
  type IcmpTypeRow,
} from './icmp.data';
import type { RegistryState } from './registry';

export { icmpSource, icmpv6Source } from './icmp.data';

/** ICMP is protocol 1, ICMPv6 protocol 58. */
export type IcmpProtocol = 1 | 58;

/** A message type, as IANA registers it. */
export interface IcmpType {
  readonly type: number;
  readonly name: string;
  readonly state: RegistryState;
  readonly reference?: string;
}

/**
 * A code of a message type. "unlisted": the registry keeps no codes for this type, only the type's
 * own specification does; nothing can be said against the code.
 */
export interface IcmpCode {
  readonly code: number;
  /** Absent where the registry gives the code no words, as for the 0 of an echo request. */
  readonly name?: string;
  readonly state: 'assigned' | 'unassigned' | 'unlisted';
  readonly reference?: string;
}

/** All 256 ICMP types; the type is the index. */
export const icmpTypes: readonly IcmpType[] = icmpTypeRows.flatMap(expand);

/** All 256 ICMPv6 types; the type is the index. */
export const icmpv6Types: readonly IcmpType[] = icmpv6TypeRows.flatMap(expand);

const ALL_CODES = [[0, 255]] as const;

const tables = {
  1: { types: icmpTypes, codes: byType(icmpCodeRows) },
  58: { types: icmpv6Types, codes: byType(icmpv6CodeRows) },
};

/** The registry's entry for a type from 0 to 255. */
export function icmpTypeOf(protocol: IcmpProtocol, type: number): IcmpType | undefined {
  return tables[protocol].types[type];
}

/** What the registry says of a code from 0 to 255 of a type from 0 to 255. */
export function icmpCodeOf(
  protocol: IcmpProtocol,
  type: number,
  code: number,
): IcmpCode | undefined {
  const known = icmpTypeOf(protocol, type);
  if (known === undefined || !(code >= 0 && code <= 255)) return undefined;
  const rows = tables[protocol].codes.get(type);
  const row = rows?.find(([, first, last]) => code >= first && code <= last);
  if (row === undefined) {
    const listed = rows !== undefined || known.state === 'unassigned';
    return { code, state: listed ? 'unassigned' : 'unlisted' };
  }
  const [, , , name, reference] = row;
  return {
    code,
    ...(name !== '' && { name }),
    state: 'assigned',
    ...(reference !== '' && { reference }),
  };
}

/** True unless the registry knows the pair to have no meaning. */
export function isRegisteredIcmp(protocol: IcmpProtocol, type: number, code: number): boolean {
  return registeredCodes(protocol, type).some(([first, last]) => code >= first && code <= last);
}

/**
 * The codes of a type, as first and last of each run, that the registry does not know to have no
 * meaning.
 */
export function registeredCodes(
  protocol: IcmpProtocol,
  type: number,
): readonly (readonly [first: number, last: number])[] {
  const state = icmpTypeOf(protocol, type)?.state;
  if (state === undefined || state === 'unassigned' || state === 'reserved') return [];
  const rows = tables[protocol].codes.get(type);
  return rows ? rows.map(([, first, last]) => [first, last]) : ALL_CODES;
}

function expand([first, last, name, state, reference]: IcmpTypeRow): IcmpType[] {
  return Array.from({ length: last - first + 1 }, (_, index) => ({
    type: first + index,
    name,
    state,
    ...(reference !== '' && { reference }),
  }));
}

function byType(rows: readonly IcmpCodeRow[]): Map<number, IcmpCodeRow[]> {
  const types = new Map<number, IcmpCodeRow[]>();
  for (const row of rows) {
    const known = types.get(row[0]);
    if (known === undefined) types.set(row[0], [row]);
    else known.push(row);
  }
  return types;
}
