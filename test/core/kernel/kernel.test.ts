import assert from 'node:assert/strict';
import { checkChunk } from '../../../server/src/core/check/checkChunk';
import { DEFAULT_LEVELS } from '../../../server/src/core/check/levels';
import { LayoutSet } from '../../../server/src/core/layouts/layoutSet';
import type { Chunk } from '../../../server/src/core/scan/chunk';
import { FLAG } from '../../../server/src/core/scan/columns';
import { scanChunk } from '../../../server/src/core/scan/scanChunk';
import { newKernel } from '../../support/compiledKernel';
import { POSITIONAL } from '../../support/reference/fields';
import { exportLines } from '../summary/support/exportLog';
import { hostileLog } from './hostileLines';
import { seededRandom } from './random';

const kernel = newKernel();
const LATEST = 4_000_000_000;
const encoder = new TextEncoder();
const HOSTILE_LINES = 60;
const EXPORT_LINES = 500;
/** Records that the two scans are compared on; before a release ten million, by this variable. */
const RECORDS = Number(process.env['FLOWLOG_AGREEMENT_RECORDS'] ?? 50_000);

describe('The compiled scan', () => {
  it('reads hostile lines of every form as the reference does', function () {
    this.timeout(0);
    for (let seed = 1; seed * HOSTILE_LINES <= RECORDS / 2; seed++) {
      const text = hostileLog(seededRandom(seed), HOSTILE_LINES);
      assertSame(encoder.encode(text), `seed ${seed}`);
    }
  });

  it('reads exports with some bytes changed as the reference does', function () {
    this.timeout(0);
    for (let seed = 1; seed * EXPORT_LINES <= RECORDS / 2; seed++) {
      const lines = [...exportLines({ records: EXPORT_LINES, seed, faulty: 20 })];
      const written = seed % 2 ? lines : lines.map(asKeyValue);
      assertSame(mutated(encoder.encode(written.join('\n')), seed), `seed ${seed}`);
    }
  });

  it('reads arbitrary bytes as the reference does', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const random = seededRandom(seed);
      const alphabet = encoder.encode('0123456789.:- \n\r\tACEPTOK\u00e9eni');
      const bytes = Uint8Array.from({ length: 3000 }, () =>
        seed % 2 ? alphabet[Math.floor(random() * alphabet.length)]! : Math.floor(random() * 256),
      );
      assertSame(bytes, `seed ${seed}`);
    }
  });

  it('has all that is its own in front of what is as large in every kernel', () => {
    const { work, fixedEnd } = kernel.exports;
    assert.ok(kernel.exports.ownEnd() <= work.value && work.value < fixedEnd.value);
    assert.ok(fixedEnd.value <= kernel.map.input);
  });

  it('reads lines that are longer than what it looks at in one go', () => {
    const record =
      '2 1251762227 eni-lq6mkcis 10.0.0.1 10.0.0.2 1 22 6 1 40 1418530010 1418530010 ACCEPT OK';
    const blanks = ' '.repeat(5000);
    const log = `${record}\n${blanks}${record}\n${record.replaceAll(' ', ' '.repeat(90))}\n${record}`;
    assertSame(encoder.encode(log), 'long lines', FLAG.suspect);
  });

  it('keeps its names apart over more of them than its table holds', function () {
    this.timeout(60_000);
    const lines = Array.from(
      { length: 70_000 },
      (_, i) =>
        `2 1251762227 eni-${i.toString(36).padStart(8, '0')} 10.0.0.1 10.0.0.2 1 22 6 1 40 1418530010 1418530010 ACCEPT OK`,
    );
    for (let at = 0; at < lines.length; at += 7000) {
      // The first ones were asked for just before, perhaps of a table that is gone.
      const some = lines.slice(Math.max(0, at - 500), at + 7000);
      assertSame(encoder.encode(`${some.join('\n')}\n`), `lines from ${at}`);
    }
  });
});

/** A record in the value format as key:value text. */
function asKeyValue(record: string): string {
  const values = record.split(' ');
  return POSITIONAL['eni']!.map((key, i) => `${key}:${values[i] ?? '-'}`).join(' ');
}

/** Bytes of which about one in a thousand was changed, left out or doubled. */
function mutated(bytes: Uint8Array, seed: number): Uint8Array {
  const random = seededRandom(seed);
  const below = (most: number) => Math.floor(random() * most);
  const changed: number[] = [];
  for (const byte of bytes) {
    const kind = below(3000);
    if (kind === 0) changed.push(below(256));
    else if (kind === 1) changed.push(byte, byte);
    else if (kind !== 2) changed.push(byte);
  }
  return Uint8Array.from(changed);
}

/** Compares the two scans; `but` are flags that may differ. */
function assertSame(bytes: Uint8Array, what: string, but = 0): void {
  const options = { layouts: new LayoutSet(), latest: LATEST, keepReadings: true };
  const expected = scanChunk(bytes, -1, true, options);
  const compiled = scanChunk(bytes, -1, true, { ...options, layouts: new LayoutSet(), kernel });
  assert.deepEqual(plain(compiled, but), plain(expected, but), what);
  const verdict = scanChunk(bytes, -1, true, {
    ...{ ...options, layouts: new LayoutSet(), kernel },
    verdictOnly: true,
  });
  assert.deepEqual(verdictOf(verdict), verdictOf(compiled), `${what}, verdict`);
  const problems = problemsOf(expected);
  assert.deepEqual(problemsOf(compiled), problems, `${what}, problems`);
  assert.deepEqual(problemsOf(verdict), problems, `${what}, problems of the verdict`);
}

/** Everything that is wrong with a chunk's lines. */
function problemsOf(chunk: Chunk) {
  const layouts = new LayoutSet();
  // The declared layouts, in the order in which the scan met them.
  scanChunk(chunk.bytes, -1, true, { layouts, latest: LATEST });
  const rules = { latest: LATEST, icmpOrder: 'auto' as const };
  return checkChunk(chunk, () => undefined, { layouts, levels: DEFAULT_LEVELS, rules });
}

/** What is known of a chunk's lines without what they say. */
function verdictOf(chunk: Chunk) {
  const { kind, layout, flags } = chunk.columns;
  const { lines, wrapped, openRows, forms, declaredAfter, records, hasHeader } = chunk;
  const rows = Array.from({ length: lines }, (_, row) => [
    ...[chunk.lineStarts[row], kind[row], layout[row]],
    // Flags of single values are missing where the line was not accepted.
    flags[row]! & FLAG.suspect ? FLAG.suspect : flags[row],
  ]);
  const suspects = [...chunk.suspects];
  return { rows, lines, wrapped, openRows, forms, declaredAfter, records, hasHeader, suspects };
}

/** A chunk's rows with names and addresses in place of their numbers. */
function plain(chunk: Chunk, but: number) {
  const { columns, names, v6 } = chunk;
  const rows = Array.from({ length: chunk.lines }, (_, row) => {
    const flags = columns.flags[row]! & ~but;
    const address = (number: number, isV6: number) =>
      isV6 ? [...v6.at(number)].join('.') : number;
    return [
      ...[chunk.lineStarts[row], columns.kind[row], columns.layout[row], flags],
      address(columns.source[row]!, flags & FLAG.sourceV6),
      address(columns.destination[row]!, flags & FLAG.destinationV6),
      ...[columns.srcPort[row], columns.dstPort[row], columns.protocol[row]],
      ...[columns.action[row], columns.status[row], columns.packets[row], columns.bytes[row]],
      ...[columns.start[row], columns.end[row], columns.tcpFlags[row]],
      columns.direction[row],
      ...[columns.point, columns.account, columns.region, columns.srcRegion, columns.dstRegion].map(
        column => names.text(column[row]!),
      ),
    ];
  });
  const { lines, wrapped, declaredBefore, declaredAfter, records, hasHeader } = chunk;
  return { rows, lines, wrapped, declaredBefore, declaredAfter, records, hasHeader };
}
