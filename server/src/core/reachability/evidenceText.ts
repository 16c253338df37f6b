import type { LocalSide } from '../conversation/localSide';
import { counted, duration } from '../explain/quantities';
import { EVIDENCE, type Reading } from './reading';
import type { Tale } from './tale';
import { end, sentence } from './words';

/** The ends as evidence names them: who asks, if it is right. */
interface Ends {
  readonly asker: string;
  readonly answerer: string;
  readonly askerPort: number | undefined;
  readonly answererPort: number | undefined;
  readonly service: string;
  /** Seconds by which the asker's packets start earlier. */
  readonly lead: number;
}

type Teller = (ends: Ends) => string;

/** Each with what it makes superfluous: a weaker form of the same. */
const TELLERS: readonly (readonly [bit: number, teller: Teller, covers: number])[] = [
  [
    EVIDENCE.handshake,
    ({ asker, answerer }) => `TCP flags: a SYN came from ${asker}, a SYN-ACK from ${answerer}`,
    EVIDENCE.syn | EVIDENCE.synAck,
  ],
  [
    EVIDENCE.icmpTypes,
    ({ asker, answerer }) =>
      `ICMP types: the request comes from ${asker}, the matching reply with an equal identifier from ${answerer}`,
    EVIDENCE.icmpType,
  ],
  [
    EVIDENCE.systemPort,
    ends => `${registered(ends)}, and ${portOf(ends.askerPort)} is in the range of clients`,
    EVIDENCE.servicePort,
  ],
  [
    EVIDENCE.busyPort,
    ends =>
      `${registered(ends)} and seen with at least three different peer ports, that of ${ends.asker} is not`,
    EVIDENCE.servicePort,
  ],
  [EVIDENCE.syn, ({ asker }) => `a SYN without ACK came from ${asker}`, 0],
  [EVIDENCE.synAck, ({ answerer }) => `a SYN-ACK came from ${answerer}`, 0],
  [EVIDENCE.icmpType, ({ asker }) => `the ICMP type makes ${asker} the one who asks`, 0],
  [
    EVIDENCE.servicePort,
    ends =>
      `${end(ends.answerer, ends.answererPort)} looks like a service, the port of ${ends.asker} like a client's`,
    0,
  ],
  [
    EVIDENCE.earlier,
    ({ asker, answerer, lead }) =>
      `packets from ${asker} start ${lead > 0 ? `${duration(lead)} ` : ''}before those from ${answerer}`,
    0,
  ],
];

function registered({ answerer, answererPort, service }: Ends): string {
  // Its name alone: `ssh` of `TCP 22 (ssh)`.
  const name = service.replace(/^.*\((.*)\)$/, '$1');
  return answererPort === undefined
    ? `the port of ${answerer} is registered`
    : `port ${answererPort} of ${answerer} is registered (${name})`;
}

const portOf = (port: number | undefined) => (port === undefined ? 'the other' : `port ${port}`);

/** Who began, and what says so; the last sentences tell what speaks against it. */
export function directionEvidence(
  tale: Tale,
  basis: Reading['basis'],
  [forIt, against]: readonly [number, number],
  clientPort: number | undefined,
): string[] {
  const { request } = tale;
  const lead = tale.reply.start - request.start;
  const { service } = tale;
  const ends: Ends = {
    asker: request.from,
    answerer: request.to,
    service,
    lead,
    askerPort: clientPort,
    answererPort: request.toPort,
  };
  const reversed: Ends = {
    asker: request.to,
    answerer: request.from,
    service,
    lead: -lead,
    askerPort: request.toPort,
    answererPort: clientPort,
  };
  const pro = phrases(forIt, ends);
  const contra = phrases(against, reversed);
  if (basis === 'unknown') return unknown(pro, contra, request.from, request.to);
  const how = basis === 'established' ? 'Initiator' : 'Likely initiator';
  return [
    `${how}: ${request.from}. ${sentence(pro.join('; '))}.`,
    ...(contra.length > 0 ? [`Against that: ${contra.join('; ')}.`] : []),
  ];
}

function unknown(
  pro: readonly string[],
  contra: readonly string[],
  from: string,
  to: string,
): string[] {
  if (pro.length === 0 && contra.length === 0) {
    return ['Initiator unknown: nothing in these records tells who began.'];
  }
  return [
    'Initiator unknown.',
    ...(pro.length > 0 ? [`For ${from}: ${pro.join('; ')}.`] : []),
    ...(contra.length > 0 ? [`For ${to}: ${contra.join('; ')}.`] : []),
  ];
}

function phrases(bits: number, ends: Ends): string[] {
  let covered = 0;
  const said: string[] = [];
  for (const [bit, teller, covers] of TELLERS) {
    if ((bits & bit) === 0 || (covered & bit) !== 0) continue;
    covered |= covers;
    said.push(teller(ends));
  }
  return said;
}

/** Ways in which an address is found to be an interface's own. */
const FOUND: ReadonlySet<LocalSide['basis']> = new Set([
  ...(['named', 'every-record', 'public-in-every-record'] as const),
  ...(['facing-one-subnet', 'only-private'] as const),
]);

/** Which address is the interface's own, and how that is known. */
export function localEvidence(
  side: LocalSide,
  id: string,
  local: string | undefined,
  records: number,
): string {
  if (local === undefined && FOUND.has(side.basis)) {
    return 'Local side: source and destination are the same address.';
  }
  switch (side.basis) {
    case 'given':
      return local === undefined
        ? `Of the addresses set for ${id}, not exactly one is in these records.`
        : `Local side: ${local} is ${id}'s own address (setting).`;
    case 'named':
      return `Local side: ${local ?? ''}, ${id}'s own address by the direction field of its records.`;
    case 'many-named':
      return `Local side: unknown. No address that the direction field calls ${id}'s own is in every record of it, or the field calls several so: it has several addresses, or passes on traffic of others (gateway, router, virtual IP).`;
    case 'every-record':
      return `Local side: ${local ?? ''}, the one address in ${allOf(records)} of ${id}.`;
    case 'public-in-every-record':
      return `Local side: likely ${local ?? ''}, the one address in ${allOf(records)} of ${id}; but it is no private address.`;
    case 'facing-one-subnet':
      return `Local side: likely ${local ?? ''}, the one address in ${allOf(records)} of ${id}; but the others may lie in one subnet and be its own instead.`;
    case 'only-private':
      return `Local side: likely ${local ?? ''}, of the two addresses in every record of ${id} the private one.`;
    case 'forwarding':
      return `Local side: unknown. No address is in every record of ${id}, so it passes on traffic of others (gateway, router, virtual IP).`;
    case 'unknown':
      return `Local side: unknown. The records of ${id} do not tell which of the two addresses is its own.`;
  }
}

function allOf(records: number): string {
  return records === 1 ? 'the one data record' : `all ${counted(records, 'data record')}`;
}
