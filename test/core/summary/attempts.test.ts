import assert from 'node:assert/strict';
import { DetailFold } from '../../../server/src/core/summary/detail/detailFold';
import { summaryOptions } from '../../../server/src/core/summary/options';
import { SummaryFold } from '../../../server/src/core/summary/summaryFold';
import { summaryOf, tableOf } from './support/fold';
import { kernelDetails } from './support/kernelFold';

const record = (source: string, destination: string, port: number) =>
  `2 1251762227 eni-aaaaaaa1 ${source} ${destination} 40000 ${port} 6 1 60 1655104384 1655104390 ACCEPT OK`;

/** Clients of many conversations each, of which none is with as many addresses as a scan. */
function busyClients(round: number): string[] {
  const clients = Array.from({ length: 60 }, (_, i) => `198.51.100.${i}`);
  return clients.flatMap(client =>
    Array.from({ length: 80 }, (_, i) => record(client, `10.${round}.${i}.1`, 443)),
  );
}

const SCANNER = '203.0.113.9';
const SCANNER_V6 = '2001:db8::9';
const scans = [
  ...Array.from({ length: 150 }, (_, i) => record(SCANNER, `10.9.0.${i}`, 22)),
  ...Array.from({ length: 70 }, (_, i) => record(SCANNER_V6, '2001:db8:1::2', 1000 + i)),
];
const log = [...busyClients(0), ...scans, ...[1, 2, 3, 4, 5, 6].flatMap(busyClients)].join('\n');
const firstLine = 60 * 80;

/** Too few to hold all that clients with many conversations tried. */
const options = summaryOptions({ seed: 7, memory: 200_000, top: 10 });

function planOf(text: string) {
  const table = tableOf(text);
  const { layouts } = table.options;
  const first = new SummaryFold(layouts, options);
  table.chunks.forEach((chunk, index) => first.add(chunk, table.firstLine(index)));
  const plan = first.planDetails();
  assert.ok(plan?.clients);
  return { table, layouts, plan, first };
}

describe('Scans in the middle of a log with more conversations than can be held', () => {
  it('are found, and said to be as large at least as they were seen', () => {
    const { findings, approximate } = summaryOf(log, options);
    assert.ok(approximate.some(({ panel }) => panel === 'findings'));
    const found = findings.filter(({ rule }) => rule.endsWith('-scan'));
    assert.deepEqual(
      found.map(({ rule, measured, exact, lines, filter }) => [
        ...[rule, measured, exact, lines[0], filter.address],
      ]),
      [
        ['address-scan', 150, false, firstLine, SCANNER],
        ['port-scan', 70, false, firstLine + 150, SCANNER_V6],
      ],
    );
  });

  it('are seen alike by kernel and reference, before they are put out', () => {
    const { table, layouts, plan } = planOf(log);
    const fold = new DetailFold(layouts, options, plan);
    table.chunks.forEach((chunk, index) => fold.add(chunk, table.firstLine(index)));
    const expected = fold.partial();
    const [details] = kernelDetails(log, options, plan, 1);
    const { attempts, attempted } = details!.partial;
    assert.equal(attempted.byAddresses[0]?.client, SCANNER);
    assert.equal(attempted.byPorts[0]?.client, SCANNER_V6);
    assert.deepEqual(attempted, expected.attempted);
    assert.deepEqual(attempts, expected.attempts);
  });

  it('have their lines where they stand in the log, whoever has seen them', () => {
    const { plan, first } = planOf(log);
    const [details] = kernelDetails(log, options, plan, 1);
    const runs = [{ from: 0, by: 1000 }];
    first.addDetails([{ partial: details!.partial, runs }]);
    const [scan] = first.finish().findings.filter(({ rule }) => rule === 'address-scan');
    assert.deepEqual(
      scan?.lines,
      [0, 1, 2, 3, 4].map(line => 1000 + firstLine + line),
    );
  });
});
