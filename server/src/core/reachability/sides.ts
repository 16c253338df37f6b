import { isDoubted } from '../conversation/localSide';
import { icmpTypeOf, type IcmpProtocol } from '../tables/icmp';
import { icmpPairOfRequest } from '../tables/icmpPairs';
import { serviceOf } from '../tables/services';
import { portRegistryOf, protocolWord } from '../explain/transport';
import type { Context } from './context';
import type { StoryKey } from './storyKey';
import type { Span } from './storySums';
import type { StoryTable } from './storyTable';
import type { Side, Sum } from './tale';

const ECHO: Readonly<Record<number, number>> = { 1: 8, 58: 128 };

/** Protocol, and the responder's port with what is registered for it: `TCP 22 (ssh)`. */
export function serviceText({ protocol, port, ported, icmpRequest }: StoryKey): string {
  const word = protocolWord(protocol);
  if (icmpRequest !== undefined)
    return `${word} ${exchange(protocol as IcmpProtocol, icmpRequest)}`;
  if (!ported || port === 0) return word;
  const registry = portRegistryOf(protocol);
  const service = registry && serviceOf(registry, port);
  return service ? `${word} ${port} (${service.name})` : `${word} ${port}`;
}

/** What the messages of a side are called. */
export function nounOf({ protocol, icmpRequest }: StoryKey, side: 0 | 1): string {
  const plain = side === 0 ? 'request' : 'reply';
  if (icmpRequest === undefined) return plain;
  return `${exchange(protocol as IcmpProtocol, icmpRequest)} ${plain}`;
}

/** An ICMP exchange by the name of its request, without the word "request". */
function exchange(protocol: IcmpProtocol, request: number): string {
  if (request === ECHO[protocol]) return 'echo';
  const name = icmpTypeOf(protocol, request)?.name ?? `type ${request}`;
  const known = icmpPairOfRequest(protocol, request) !== undefined;
  return known ? name.replace(/ (?:Request|Query|Solicitation)$/i, '').toLowerCase() : name;
}

/** One side of some stories of one kind, the first of which is told in detail. */
export function sideOf(
  table: StoryTable,
  stories: readonly number[],
  key: StoryKey,
  side: 0 | 1,
  context: Context,
): Side {
  const { facts } = context;
  const first = table.firstConversation(stories[0]!);
  const text = (address: number) => facts.addresses.text(address, key.v6);
  const [from, to] = side === 0 ? [key.source, key.destination] : [key.destination, key.source];
  const isRollUp = table.isRollUp(stories);
  const client = key.ported && hasOnePort(table, stories) ? first.initiatorPort : undefined;
  const service = key.ported && key.port !== 0 ? key.port : undefined;
  const refused = total(table, stories, side, true);
  const likeIt = table.changes.get(stories[0]!)?.others ?? [];
  const outbound = key.local === undefined ? undefined : (key.local === 0) === (side === 0);
  return {
    from: text(from),
    to: text(to),
    fromPort: side === 0 ? client : service,
    toPort: side === 0 ? service : client,
    passage: outbound === undefined ? undefined : outbound ? 'outbound' : 'inbound',
    isDoubted: isDoubted(context.localSide(key.point, key.v6).basis),
    accepted: total(table, [...stories, ...(side === 0 ? likeIt : [])], side, false),
    refused,
    ...(refused.records > 0 ? refusedTimes(table.span(stories[0]!, side, true)) : NEVER_REFUSED),
    start: side === 0 ? first.requestStart : first.replyStart,
    line: side === 1 ? first.replyLine : isRollUp ? firstLine(table, stories) : first.requestLine,
    noun: nounOf(key, side),
  };
}

/** Whether all initiators of some stories, and of those that a change joins to them, have one port. */
export function hasOnePort(table: StoryTable, stories: readonly number[]): boolean {
  if (table.isRollUp(stories)) return false;
  const lead = stories[0]!;
  const port = table.firstConversation(lead).initiatorPort;
  return [lead, ...(table.changes.get(lead)?.others ?? [])].every(
    story => !table.portsDiffer(story) && table.firstConversation(story).initiatorPort === port,
  );
}

/** The line of the first request that some stories refuse. */
function firstLine(table: StoryTable, stories: readonly number[]): number {
  const spans = stories.map(story => table.span(story, 0, true));
  return spans.reduce((one, other) => (other.first < one.first ? other : one)).firstLine;
}

const NEVER_REFUSED = { firstRefused: undefined, refusedUntil: undefined };

function refusedTimes({ first, firstLine, last }: Span) {
  return { firstRefused: { start: first, line: firstLine }, refusedUntil: last };
}

function total(table: StoryTable, stories: readonly number[], side: 0 | 1, refused: boolean): Sum {
  const sum = { records: 0, packets: 0, bytes: 0 };
  for (const story of stories) {
    const { records, packets, bytes } = table.sum(story, side, refused);
    sum.records += records;
    sum.packets += packets;
    sum.bytes += bytes;
  }
  return sum;
}
