import assert from 'node:assert/strict';
import { checkChunk } from '../../../server/src/core/check/checkChunk';
import { DEFAULT_LEVELS } from '../../../server/src/core/check/levels';
import { FaultFold } from '../../../server/src/core/fold/faults';
import { LayoutSet } from '../../../server/src/core/layouts/layoutSet';
import { RULES } from '../../../server/src/core/rules';
import type { Chunk } from '../../../server/src/core/scan/chunk';
import { scanChunk } from '../../../server/src/core/scan/scanChunk';
import { POSITIONAL } from '../../support/reference/fields';
import { newKernel } from '../../support/compiledKernel';

const LATEST = 4_000_000_000;
const kernel = newKernel();
const encoder = new TextEncoder();
const RECORD =
  '2 1251762227 eni-lq6mkcis 10.0.0.5 203.0.113.7 51000 443 6 12 4000 1700000000 1700000060 ACCEPT OK';
const NO_DATA = '2 1251762227 eni-lq6mkcis - - - - - - - 1700000000 1700000060 - NODATA';

/** What can be wrong with a value, or with several together, by the field that has it. */
const FAULTS: readonly (readonly [field: string, value: string])[] = [
  ...([
    ['interface-id', 'if-0042'],
    ['account-id', 'acc#1'],
    ['srcaddr', '10.0.0.256'],
  ] as const),
  ...([
    ['dstaddr', '203.0.113'],
    ['srcport', '70000'],
    ['dstport', '0443'],
  ] as const),
  ...([
    ['protocol', 'tcp'],
    ['packets', '12.0'],
    ['bytes', '4,000'],
  ] as const),
  ...([
    ['start', '1700000000000'],
    ['end', '1700000060000'],
    ['end', '1700000900'],
  ] as const),
  ...([
    ['end', '1699999999'],
    ['bytes', '20'],
    ['dstport', '0'],
    ['dstaddr', '10.0.0.5'],
  ] as const),
];

describe('A record with a fault', () => {
  it('has the problems that the reference finds, however many lines have it', () => {
    for (const [field, value] of FAULTS) {
      const record = withValue(RECORD, field, value);
      for (const [form, lines] of formsOf([RECORD, record, record, RECORD])) {
        assertSameProblems(lines, `${field} ${value}, ${form}`);
      }
    }
  });

  it('is not read with care for it', () => {
    for (const [field, value] of FAULTS) {
      const record = withValue(RECORD, field, value);
      for (const [form, lines] of formsOf([RECORD, record, record])) {
        const { faults, readings = [] } = scan(lines, true);
        const faulty = readings.flatMap((reading, suspect) => (reading ? [] : [suspect]));
        assert.equal(faulty.length, 2, `${field} ${value}, ${form}`);
        assert.deepEqual([faults.suspectOf(0), faults.suspectOf(1)], faulty);
      }
    }
  });

  it('has them in a record without data, too', () => {
    const record = withValue(NO_DATA, 'interface-id', 'if-0042');
    for (const [form, lines] of formsOf([RECORD, record])) assertSameProblems(lines, form);
  });

  it('is the same record as for the reference with the samples of every rule', () => {
    for (const { code, bad } of RULES) {
      for (const log of bad) assertSameProblems(`${RECORD}\n${log}\n${RECORD}`, code);
    }
  });
});

function withValue(record: string, field: string, value: string): string {
  const values = record.split(' ');
  values[POSITIONAL['eni']!.indexOf(field)] = value;
  return values.join(' ');
}

/** The records in the value format, as key:value text, and below a header in another order. */
function formsOf(records: readonly string[]): [string, string][] {
  const fields = POSITIONAL['eni']!;
  const order = fields.toReversed();
  const asKeys = (record: string) =>
    record
      .split(' ')
      .map((value, i) => `${fields[i]!}:${value}`)
      .join(' ');
  const turned = (record: string) => record.split(' ').toReversed().join(' ');
  return [
    ['positional', records.join('\n')],
    ['key:value', records.map(asKeys).join('\n')],
    ['declared', [order.join(' '), ...records.map(turned)].join('\n')],
  ];
}

function scan(log: string, compiled: boolean, layouts = new LayoutSet()): Chunk {
  const options = { layouts, latest: LATEST, keepReadings: true };
  return scanChunk(encoder.encode(log), -1, true, compiled ? { ...options, kernel } : options);
}

function assertSameProblems(log: string, what: string): void {
  assert.deepEqual(problemsOf(log, true), problemsOf(log, false), what);
  assert.deepEqual(countsOf(log, true), countsOf(log, false), what);
}

const rules = { latest: LATEST, icmpOrder: 'auto' as const };

function problemsOf(log: string, compiled: boolean) {
  const layouts = new LayoutSet();
  const context = { layouts, levels: DEFAULT_LEVELS, rules };
  return checkChunk(scan(log, compiled, layouts), () => undefined, context);
}

function countsOf(log: string, compiled: boolean) {
  const layouts = new LayoutSet();
  const fold = new FaultFold({ layouts, levels: DEFAULT_LEVELS, rules });
  // What is known of a value the second time must be what was found out the first time.
  fold.add(scan(log, compiled, layouts), 0);
  fold.add(scan(log, compiled, layouts), 100);
  return fold.partial();
}
