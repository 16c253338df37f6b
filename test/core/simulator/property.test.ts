import assert from 'node:assert/strict';
import { explain } from './engine';
import { scenarios } from './scenarios/registry';
import { simulate } from './simulate';
import { TallySheet, type Finding, type Row } from './tallySheet';

const CONVERSATIONS = 200_000;
const PER_LOG = 2000;
/** Shares of the replies that an ACL dropped, as the specification of reachability asks for them. */
const LEAST_CODED = 0.99;
const LEAST_PROVED = 0.95;
/** Findings shown of each kind and scenario. */
const SHOWN = 2;

describe('Explanations, held against what really happened', function () {
  this.timeout(600_000);
  const sheet = new TallySheet();
  const total = (count: (row: Row) => number): number =>
    Object.values(sheet.rows).reduce((sum, row) => sum + count(row), 0);

  before(() => {
    // Each scenario by itself in turn, and every second log a mixture.
    for (let seed = 0; total(row => row.conversations) < CONVERSATIONS; seed++) {
      const scenario = seed % 2 === 0 ? scenarios[(seed / 2) % scenarios.length] : undefined;
      const simulation = simulate(seed, scenario?.name, PER_LOG);
      sheet.add(simulation, explain(simulation));
    }
    console.log(table(sheet.rows));
  });

  it(`are of at least ${CONVERSATIONS} conversations, some of each scenario`, () => {
    assert.ok(total(row => row.conversations) >= CONVERSATIONS);
    for (const { name } of scenarios) assert.ok((sheet.rows[name]?.conversations ?? 0) > 0, name);
  });

  it('never call proved what is false', () => {
    const found = sheet.findings.filter(({ kind }) => kind === 'false claim');
    assert.equal(
      total(row => row.falseClaims),
      0,
      describeFindings(found),
    );
  });

  it('name the ACL where it dropped the replies of a five-tuple used once', () => {
    const found = sheet.findings.filter(({ kind }) => kind === 'code missed');
    const [coded, dropped] = [total(row => row.coded), total(row => row.dropped)];
    assert.ok(coded >= dropped * LEAST_CODED, `${coded} of ${dropped}${describeFindings(found)}`);
  });

  it('prove it where the conditions of a proof hold', () => {
    const found = sheet.findings.filter(({ kind }) => kind === 'proof missed');
    const [proved, provable] = [total(row => row.provedDrops), total(row => row.provable)];
    assert.ok(
      proved >= provable * LEAST_PROVED,
      `${proved} of ${provable}${describeFindings(found)}`,
    );
  });
});

/** Some of each kind, with what it takes to see them again. */
function describeFindings(findings: readonly Finding[]): string {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.kind}, ${finding.scenario}`;
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups]
    .flatMap(([key, group]) =>
      group
        .slice(0, SHOWN)
        .map(
          ({ seed, says, lines }) => `\n${key} (seed ${seed}): ${says}\n  ${lines.join('\n  ')}`,
        ),
    )
    .join('');
}

/** The counts by scenario, and their sum. */
function table(rows: Readonly<Record<string, Row>>): string {
  const columns = ['conversations', 'proved', 'false', 'dropped', 'coded', 'provable', 'proved'];
  const cells = ({ conversations, proved, falseClaims, ...rest }: Row): number[] => [
    ...[conversations, proved, falseClaims],
    ...[rest.dropped, rest.coded, rest.provable, rest.provedDrops],
  ];
  const line = (name: string, values: readonly (number | string)[]): string =>
    `    ${name.padEnd(24)}${values.map(value => String(value).padStart(14)).join('')}`;
  const counts = Object.entries(rows).map(([name, row]) => [name, cells(row)] as const);
  const sums = columns.map((_, i) => counts.reduce((sum, [, values]) => sum + values[i]!, 0));
  return [
    line('scenario', columns),
    ...counts.map(([name, values]) => line(name, values)),
    line('all', sums),
  ].join('\n');
}
