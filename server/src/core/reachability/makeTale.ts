import { protocolWord } from '../explain/transport';
import { isMulticast } from '../tables/specialAddresses';
import { aclExclusion } from './aclExclusion';
import type { RefusedReply } from './conditions/condition';
import { failuresOf, type Failure } from './conditions/index';
import type { Context } from './context';
import { errorHints } from './errorHints';
import { findGap } from './gap';
import { passageElsewhere } from './peerPassage';
import { refusalElsewhere } from './peerRefusal';
import { peersOf } from './peers';
import { namedReason } from './namedReason';
import { platformSuspicion } from './platform';
import { NO_REGIONS, storyRegions } from './storyRegions';
import { EVIDENCE } from './reading';
import { serviceText, sideOf } from './sides';
import { storyKey, type StoryKey } from './storyKey';
import type { StoryTable } from './storyTable';
import type { Gap, Tale } from './tale';
import { placeText } from './words';

/** A log that ends so soon after a request may not hold the reply yet; seconds. */
const PUBLISHED_LATE = 900;
const BROADCAST = 0xffffffff;

/** Gathers what the words of a story need; of a roll-up the first of its stories leads. */
export function makeTale(table: StoryTable, stories: readonly number[], context: Context): Tale {
  const lead = stories[0]!;
  const key = storyKey(table, lead, context);
  const { point, protocol, v6, source, destination, local } = key;
  const request = sideOf(table, stories, key, 0, context);
  const reply = sideOf(table, stories, key, 1, context);
  const [first, last] = spanOf(table, stories);
  const own = local === undefined ? undefined : [source, destination][local];
  const place = context.point(point);
  const { onlyAction, countsPackets } = context.pointFacts(point);
  const { lookBack: window } = context.facts;
  return {
    certainty: table.certainty(lead),
    point: place,
    at: placeText(place),
    clouds: context.clouds(point),
    aclState: context.aclState(point),
    aclBound: context.aclBound(point, v6, own),
    aclExcluded: aclExclusion(context, point, v6, source, destination),
    transit: context.isTransit(point, v6, source, destination),
    protocol,
    protocolName: protocolWord(protocol),
    service: serviceText(key),
    ported: key.ported,
    basis: table.basis(lead),
    request,
    reply,
    local: own === undefined ? undefined : context.facts.addresses.text(own, v6),
    localBasis: context.localSide(point, v6).basis,
    conversations: stories.reduce((sum, story) => sum + table.conversationsOf(story), 0),
    first,
    last,
    failures: failuresIn(table, lead, key, context),
    gap: table.code(lead) === 'coverage-gap' ? gapIn(table, lead, key, context) : undefined,
    lateDoubt: table.firstConversation(lead).lateDoubt,
    peers: table.isRollUp(stories) ? peersOf(table, stories, context) : undefined,
    ...(place.kind === 'ccn' ? storyRegions(table, stories, context) : NO_REGIONS),
    namedReason: [request, reply]
      .flatMap(({ firstRefused }) => firstRefused ?? [])
      .map(({ line }) => namedReason(context, line))
      .find(reason => reason !== undefined),
    platform: platformSuspicion(
      {
        point,
        protocol,
        v6,
        source,
        destination,
        destinationPort: key.port,
        outbound: context.isOutbound(point, v6, source, destination),
      },
      context,
    ),
    peerRefusal: refusalElsewhere(table, lead, context),
    peerPassage: passageElsewhere(table, lead, context),
    icmpErrors: errorHints(key, first, last, context),
    onlyAction,
    atEnd: last + PUBLISHED_LATE >= context.facts.last,
    change: table.changes.get(lead),
    toGroup: isGroup(context, destination, v6),
    fromGroup: isGroup(context, source, v6),
    unreadable: context.facts.unreadable,
    unreadLine: context.unreadLine(point, [source, destination], v6, first - window, last + window),
    bounds: table.firstConversation(lead).bounds,
    countsPackets,
    isEmpty:
      countsPackets &&
      [request, reply].every(({ accepted, refused }) => accepted.packets + refused.packets === 0),
    pairingWindow: context.facts.window,
    window,
  };
}

function spanOf(table: StoryTable, stories: readonly number[]): [first: number, last: number] {
  let first = Number.POSITIVE_INFINITY;
  let last = 0;
  for (const story of stories) {
    first = Math.min(first, table.first(story));
    last = Math.max(last, table.last(story));
  }
  return [first, last];
}

function failuresIn(
  table: StoryTable,
  story: number,
  key: StoryKey,
  context: Context,
): readonly Failure[] {
  return table.code(story) === 'reply-rejected-by-acl'
    ? failuresOf(refusedReply(table, story, key), context)
    : [];
}

/** The first conversation of a story, as it was judged. */
function refusedReply(table: StoryTable, story: number, key: StoryKey): RefusedReply {
  const first = table.firstConversation(story);
  const established = table.basis(story) === 'established';
  return {
    ...first,
    ...{ point: key.point, protocol: key.protocol, v6: key.v6, ported: key.ported },
    initiator: key.source,
    responder: key.destination,
    responderPort: key.port,
    typed: key.icmpRequest !== undefined,
    asksByType: (first.evidence[0] & EVIDENCE.icmpType) !== 0,
    established,
    handshake: established && (first.evidence[0] & EVIDENCE.handshake) !== 0,
  };
}

function gapIn(
  table: StoryTable,
  story: number,
  { point, protocol }: StoryKey,
  context: Context,
): Gap | undefined {
  const { requestLine, end } = table.firstConversation(story);
  const start = table.first(story);
  return findGap({ point, protocol, start, end, isReply: requestLine < 0 }, context);
}

function isGroup({ facts }: Context, address: number, v6: boolean): boolean {
  return (!v6 && address === BROADCAST) || isMulticast(facts.addresses.value(address, v6));
}
