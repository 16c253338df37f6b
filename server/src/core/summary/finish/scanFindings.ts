import { grouped } from '../../explain/quantities';
import { isDoubtful } from '../group/doubts';
import type { GroupTable } from '../group/groupTable';
import { METRIC } from '../group/spill';
import { eachWanted, withAtLeast } from '../group/wanted';
import { SUM, SUMS } from '../group/entry';
import type { Finding } from '../summary';
import type { SummaryFold } from '../summaryFold';
import { attemptsOf, leastOf, type Attempts, type PortAttempts } from './scans';

/** Findings of one rule that are listed. */
export const MOST_FINDINGS = 50;

/** Whether a client, by its hash, is to be looked at. */
type Suspected = (clientHash: number) => boolean;

/** The conversations in which scans are looked for: those of the second pass, if it counted them. */
export function attemptsTable({ details, tables }: SummaryFold): GroupTable {
  return (details.plan?.clients && details.attempts) ?? tables.conversations;
}

/** Clients, as it looks, of many addresses, or of many ports of one address. */
export function scanFindings(fold: SummaryFold): Finding[] {
  const { details, books, options } = fold;
  const { scanAddresses, scanPorts } = options.thresholds;
  const table = attemptsTable(fold);
  const clients = table === fold.tables.conversations ? undefined : details.plan?.clients;
  const suspected: Suspected | undefined = clients
    ? hash => isDoubtful(clients, hash)
    : busyClients(fold, leastOf(options.thresholds));
  if (!suspected) return [];
  const exact = table.spill === undefined;
  const isClient = (word: number, v6: number) =>
    suspected(books.hashOf('address').of(word, 0, v6)) && mayHaveSent(fold, word, v6);
  const found = clients
    ? details.attempted(isClient)
    : attemptsOf(table, books, isClient, options.thresholds);
  const byAddresses = [...found.byAddresses].sort(
    (a, b) => b.addresses - a.addresses || a.lines[0]! - b.lines[0]!,
  );
  const byPorts = [...found.byPorts].sort((a, b) => b.ports - a.ports || a.lines[0]! - b.lines[0]!);
  return [
    ...byAddresses.slice(0, MOST_FINDINGS).map(found => addressScan(found, scanAddresses, exact)),
    ...byPorts.slice(0, MOST_FINDINGS).map(found => portScan(found, scanPorts, exact)),
  ];
}

/** Whether an address is the source of a record, or may be of one that the table has put out. */
function mayHaveSent({ tables: { sources } }: SummaryFold, word: number, v6: number): boolean {
  if (sources.find(word, 0, v6) >= 0) return true;
  const lost = sources.spill?.lost(sources.hashOf.of(word, 0, v6), METRIC.records) ?? 0;
  return lost > 0;
}

function addressScan(
  { client, addresses, lines }: Attempts,
  value: number,
  exact: boolean,
): Finding {
  return {
    rule: 'address-scan',
    title: 'One address seems to turn to many others',
    text: `${client} is one end of conversations with ${least(exact)}${grouped(addresses)} different addresses, ${LOOKS}.`,
    threshold: { setting: 'scanAddresses', value },
    measured: addresses,
    exact,
    lines,
    filter: { address: client },
  };
}

function portScan(found: PortAttempts, value: number, exact: boolean): Finding {
  const { client, server, ports, lines } = found;
  return {
    rule: 'port-scan',
    title: 'One address seems to try many ports of another',
    text: `${client} is one end of conversations at ${least(exact)}${grouped(ports)} different ports of ${server}, ${LOOKS}.`,
    threshold: { setting: 'scanPorts', value },
    measured: ports,
    exact,
    lines,
    filter: { address: client, peer: server },
  };
}

/** Ports and types tell what is likely, not who began. */
const LOOKS = 'and its ports, or its echo messages, make it look like the end that began them';

function least(exact: boolean): string {
  return exact ? '' : 'at least ';
}

/** Clients that had enough conversations to have reached a threshold; undefined if none had. */
function busyClients({ tables: { clients } }: SummaryFold, least: number): Suspected | undefined {
  const { spill, sums } = clients;
  const lostMost = spill?.largest(METRIC.records) ?? 0;
  if (lostMost >= least) return () => true;
  const busy = new Set<number>();
  eachWanted(clients, withAtLeast(METRIC.records, least - lostMost), entry => {
    const hash = clients.entryHash(entry);
    const lost = spill?.lost(hash, METRIC.records) ?? 0;
    if (sums[entry * SUMS + SUM.records]! + lost >= least) busy.add(hash);
  });
  return busy.size > 0 ? hash => busy.has(hash) : undefined;
}
