import assert from 'node:assert/strict';
import type { FlowTable } from '../../../server/src/core/table/flowTable';
import { rowsOf, type Row } from '../tableRows';
import { linesOf, parseLog, type ReferenceLine, type ReferenceRecord } from './parseLog';

/** Fields of which the table keeps a value; the others are read and not kept. */
const KEPT = new Set([
  ...['account-id', 'interface-id', 'srcaddr', 'dstaddr', 'srcport', 'dstport', 'protocol'],
  ...['packets', 'bytes', 'start', 'end', 'action', 'log-status', 'tcp-flags'],
  ...['ccn-id', 'region-id', 'srcregionid', 'dstregionid', 'flow-direction'],
]);

/**
 * Checks a table against the reference: every line of the text is there under its number, reads as
 * what it certainly is, with the values that it certainly has.
 */
export function assertReadsAsReference(
  table: FlowTable,
  text: string,
  columns?: readonly string[],
): void {
  const lines = linesOf(text);
  assert.equal(table.lines, lines.length, 'number of lines');
  const expected = parseLog(text, columns);
  const rows = rowsOf(table);
  const inWrapped = continuedRows(rows);
  lines.forEach((line, number) => {
    const where = `line ${number + 1}: ${JSON.stringify(line.slice(0, 300))}`;
    if (table.lineText(number) !== line) assert.equal(table.lineText(number), line, where);
    const row = rows[number]!;
    if (inWrapped.has(number)) assertMayBeWrapped(expected[number]!, where);
    else assertReads(row, expected[number]!, where);
  });
}

/** Rows that are a wrapped record or go on with one. */
function continuedRows(rows: readonly Row[]): Set<number> {
  const found = new Set<number>();
  rows.forEach((row, number) => {
    if (row.kind === 'continuation') found.add(number);
    row.wrapped?.pieces.forEach((_, i) => found.add(number + i));
  });
  return found;
}

function assertMayBeWrapped(line: ReferenceLine, where: string): void {
  const mayBe = line.kind.startsWith('unsure') || (line.kind === 'record' && !line.whole);
  assert.ok(mayBe, `${where} is no piece of a record`);
}

function assertReads(row: Row, line: ReferenceLine, where: string): void {
  if (row.accepted && line.kind === 'unsure') assert.fail(`${where} was accepted`);
  if (line.kind === 'unsure' || line.kind === 'unsure-header') return;
  if (row.kind !== line.kind) assert.equal(row.kind, line.kind, where);
  if (line.kind === 'header') assert.equal(row.layout, `declared:${line.names.join(' ')}`, where);
  if (line.kind === 'record') assertValues(row, line, where);
}

function assertValues(row: Row, { form, values }: ReferenceRecord, where: string): void {
  const found = row.layout?.startsWith('declared:') ? 'declared' : row.layout;
  assert.equal(found, form, where);
  const expected: Record<string, string> = {};
  for (const [name, value] of values) {
    if (KEPT.has(name)) expected[name] = name.endsWith('addr') ? canonical(value) : value;
  }
  if (!/^(in|e)gress$/.test(expected['flow-direction'] ?? '')) delete expected['flow-direction'];
  // A record's observation point is one: where both are named, the CCN.
  if ('ccn-id' in expected) delete expected['interface-id'];
  assert.deepEqual({ ...row.values }, expected, where);
}

/** An IPv6 address as the WHATWG's URL writes it, which is the recommendation of RFC 5952. */
function canonical(address: string): string {
  return address.includes(':') ? new URL(`http://[${address}]`).hostname.slice(1, -1) : address;
}
