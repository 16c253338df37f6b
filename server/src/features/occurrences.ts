import type { Location } from 'vscode-languageserver';
import { portRegistryOf } from '../core/explain/transport';
import { findLines } from '../core/filter/findLines';
import { shortName } from '../core/filter/pointName';
import type { RecordFilter } from '../core/filter/recordFilter';
import type { Field } from '../core/layouts/fields';
import { formatAddress, parseAddress } from '../core/record/address';
import { numberIn } from '../core/record/readValue';
import type { FieldValue, RecordView } from '../core/record/recordView';
import { lineText, type Chunk } from '../core/scan/chunk';
import { FLAG, LINE } from '../core/scan/columns';
import type { FlowTable } from '../core/table/flowTable';
import { recordAt } from '../core/table/recordAt';
import { toRange } from '../lsp/convert';

/** Where a table has the same as a value of one of its records; undefined where that is not looked for. */
export function* occurrencesOf(
  table: FlowTable,
  uri: string,
  view: RecordView,
  value: FieldValue,
  most: number,
): Generator<void, Location[] | undefined> {
  const filter = filterFor(value);
  if (!filter) return undefined;
  const isSame = sameAs(view, value);
  const found: Location[] = [];
  for (const line of yield* linesFor(table, filter, value)) {
    const record = recordAt(table, line);
    for (const other of record?.view.values ?? []) {
      if (!isSame(record!.view, other)) continue;
      found.push({ uri, range: toRange(record!.rangeOf(other)) });
    }
    if (found.length >= most) break;
    yield;
  }
  return found;
}

/** Which records hold a value; undefined for values whose places are not looked for. */
function filterFor({ field: { kind }, text }: FieldValue): RecordFilter | undefined {
  if (kind === 'address') return parseAddress(text) && { address: text };
  if (kind === 'port') return /^\d{1,5}$/.test(text) ? { port: Number(text) } : undefined;
  return kind === 'interface' || kind === 'ccn' ? { point: shortName(text) } : undefined;
}

/** The lines that may hold a value, in order. */
function* linesFor(
  table: FlowTable,
  filter: RecordFilter,
  { field, text }: FieldValue,
): Generator<void, readonly number[]> {
  const lines = yield* findLines(table, filter);
  const others = field.kind === 'address' ? yield* linesNaming(table, text) : [];
  return others.length > 0 ? [...new Set([...lines, ...others])].sort((a, b) => a - b) : lines;
}

/** The records that may name an address beside their source and destination, as AWS's can. */
function* linesNaming(table: FlowTable, text: string): Generator<void, number[]> {
  const { layouts } = table.options;
  const isFurther = ({ kind, name }: Field) =>
    kind === 'address' && name !== 'srcaddr' && name !== 'dstaddr';
  const lines: number[] = [];
  for (const [index, chunk] of table.chunks.entries()) {
    if (!chunk.forms.some(({ layout }) => layouts.at(layout).columns.some(isFurther))) continue;
    const first = table.firstLine(index);
    for (let row = 0; row < chunk.lines; row++) {
      if (chunk.columns.kind[row] !== LINE.record) continue;
      if (mayHold(chunk, row, text)) lines.push(first + row);
    }
    yield;
  }
  return lines;
}

/** Whether an address may stand in a record: one of IPv6 has many spellings, a wrapped record further lines. */
function mayHold(chunk: Chunk, row: number, address: string): boolean {
  const isWrapped = (chunk.columns.flags[row]! & FLAG.wrapped) !== 0;
  return isWrapped || address.includes(':') || lineText(chunk, row).includes(address);
}

/** Tells whether a value of a record means what another one does. */
function sameAs(view: RecordView, { field, text }: FieldValue) {
  const wanted = meaning(view, field, text);
  return (other: RecordView, value: FieldValue) =>
    value.field.kind === field.kind && meaning(other, value.field, value.text) === wanted;
}

/** One spelling for all of an address's; a number that is no port counts in its field and protocol alone. */
function meaning(view: RecordView, { kind, name }: Field, text: string): string {
  if (kind === 'port') {
    const protocol = numberIn(view, 'protocol');
    const isPort = protocol === undefined || portRegistryOf(protocol) !== undefined;
    return isPort ? text : `${protocol} ${name} ${text}`;
  }
  const address = kind === 'address' ? parseAddress(text) : undefined;
  return address ? formatAddress(address) : text;
}
