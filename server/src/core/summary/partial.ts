import type { BlockData } from './fold/blockTally';
import type { CoverageData } from './fold/coverage';
import type { RegionPairsData } from './fold/regionPairs';
import { TABLE_NAMES, type TableName } from './fold/tables';
import type { TimelineData } from './fold/timeline';
import type { TotalsData } from './fold/totals';
import type { Books } from './fold/books';
import type { GroupData, GroupTable } from './group/groupTable';
import type { Translation } from './group/keys';

/** What a thread has folded, as data that can be sent to another. */
export interface SummaryPartial {
  readonly seed: number;
  /** What the numbers in keys stand for. */
  readonly addresses: Uint8Array;
  readonly names: readonly string[];
  readonly totals: TotalsData;
  readonly timeline: TimelineData;
  readonly coverage: CoverageData;
  readonly regionPairs: RegionPairsData;
  readonly groups: BlockData;
  readonly threats: BlockData;
  readonly tables: Readonly<Record<TableName, GroupData>>;
}

/** Takes what another fold's keys refer to into the books. */
export function translate(
  books: Books,
  addresses: Uint8Array,
  names: readonly string[],
): Translation {
  const address = new Int32Array(addresses.length / 16);
  for (let i = 0; i < address.length; i++) address[i] = books.addresses.intern(addresses, i * 16);
  const name = Int32Array.from(names, (text, i) => (i === 0 ? 0 : books.names.intern(text)));
  return { address, name };
}

/** The buffers of some data, for handing them over instead of copying them. */
export function buffersOf(data: unknown): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  const collect = (value: unknown): void => {
    if (ArrayBuffer.isView(value)) {
      if (value.buffer instanceof ArrayBuffer) found.add(value.buffer);
    } else if (value instanceof Map || value === null || typeof value !== 'object') return;
    else for (const part of Object.values(value)) collect(part);
  };
  collect(data);
  return [...found];
}

export function tablesData(tables: Readonly<Record<TableName, GroupTable>>) {
  const data = TABLE_NAMES.map(name => [name, tables[name].data()] as const);
  return Object.fromEntries(data) as Record<TableName, GroupData>;
}
