import { formatIpv4, formatIpv6 } from '../../server/src/core/record/address';
import type { Chunk } from '../../server/src/core/scan/chunk';
import {
  ACTION,
  DIRECTION,
  FLAG,
  LINE,
  STATUS,
  type Columns,
} from '../../server/src/core/scan/columns';
import type { FlowTable } from '../../server/src/core/table/flowTable';

type Kind = keyof typeof LINE;

/** A row of a table in words: nothing in it depends on the chunk in which the row is. */
export interface Row {
  readonly kind: Kind;
  /** The id of the layout of a record or of what a header declares. */
  readonly layout?: string;
  readonly values: Readonly<Record<string, string>>;
  /** It was read at once, and no rule will look at it. */
  readonly accepted: boolean;
  /** The text of a record that was wrapped, and where the pieces begin. */
  readonly wrapped?: { readonly text: string; readonly pieces: readonly number[] };
}

const KINDS = Object.keys(LINE) as Kind[];

const NUMBERS: readonly [string, keyof Columns, number][] = [
  ['srcport', 'srcPort', FLAG.srcPort],
  ['dstport', 'dstPort', FLAG.dstPort],
  ['protocol', 'protocol', FLAG.protocol],
  ['packets', 'packets', FLAG.packets],
  ['bytes', 'bytes', FLAG.bytes],
  ['start', 'start', FLAG.start],
  ['end', 'end', FLAG.end],
  ['tcp-flags', 'tcpFlags', FLAG.tcpFlags],
];

/** The rows of a table in words. */
export function rowsOf(table: FlowTable): Row[] {
  const idOf = (layout: number) => table.options.layouts.at(layout).id;
  return table.chunks.flatMap(chunk =>
    Array.from({ length: chunk.lines }, (_, row) => rowOf(chunk, row, idOf)),
  );
}

/** A row of a chunk in words. */
export function rowOf(
  chunk: Pick<Chunk, 'columns' | 'names' | 'v6' | 'wrapped'>,
  row: number,
  idOf: (layout: number) => string,
): Row {
  const { columns } = chunk;
  const kind = KINDS[columns.kind[row]!]!;
  const flags = columns.flags[row]!;
  const record = flags & FLAG.wrapped ? chunk.wrapped.find(one => one.row === row) : undefined;
  return {
    kind,
    ...(kind === 'record' || kind === 'header' ? { layout: idOf(columns.layout[row]!) } : {}),
    values: valuesOf(chunk, row),
    accepted: kind === 'record' && !(flags & (FLAG.suspect | FLAG.wrapped)),
    ...(record ? { wrapped: { text: record.text, pieces: record.pieces } } : {}),
  };
}

function valuesOf(
  { columns, names, v6 }: Pick<Chunk, 'columns' | 'names' | 'v6'>,
  row: number,
): Record<string, string> {
  const flags = columns.flags[row]!;
  const values: Record<string, string> = {};
  const address = (value: number, isV6: boolean) =>
    isV6 ? formatIpv6(v6.at(value)) : formatIpv4(value);
  if (flags & FLAG.source) {
    values.srcaddr = address(columns.source[row]!, (flags & FLAG.sourceV6) !== 0);
  }
  if (flags & FLAG.destination) {
    values.dstaddr = address(columns.destination[row]!, (flags & FLAG.destinationV6) !== 0);
  }
  for (const [name, column, flag] of NUMBERS) {
    if (flags & flag) values[name] = String((columns[column] as Uint32Array)[row]);
  }
  const named: [string, Uint16Array][] = [
    ['account-id', columns.account],
    [flags & FLAG.ccn ? 'ccn-id' : 'interface-id', columns.point],
    ['region-id', columns.region],
    ['srcregionid', columns.srcRegion],
    ['dstregionid', columns.dstRegion],
  ];
  for (const [name, column] of named) if (column[row]) values[name] = names.text(column[row]);
  const action = wordFor(ACTION, columns.action[row]!);
  const status = wordFor(STATUS, columns.status[row]!);
  const direction = wordFor(DIRECTION, columns.direction[row]!)?.toLowerCase();
  if (direction) values['flow-direction'] = direction;
  if (action) values.action = action;
  if (status) values['log-status'] = status;
  return values;
}

function wordFor(words: Readonly<Record<string, number>>, value: number): string | undefined {
  const word = Object.keys(words).find(key => words[key] === value);
  return word === 'none' ? undefined : word?.toUpperCase();
}
