import type { PointFacts } from '../conversation/pointFacts';
import { oneSidedCollection } from './codes/oneSidedCollection';
import type { Context } from './context';
import { queryFor, queryText } from './query';
import type { Story, StoryEnd } from './story';
import type { Side, Tale } from './tale';
import { placeText } from './words';

const NOBODY: StoryEnd = { address: null, port: null };
const NOTHING = { records: 0, packets: 0, bytes: 0 };

/** The story of an observation point whose records have one action only. */
export function oneSidedStory(facts: PointFacts, context: Context): Story {
  const tale = taleOf(facts, context);
  const words = oneSidedCollection.tell(tale);
  const query = queryFor(tale, words);
  const { line } = tale.request;
  return {
    code: oneSidedCollection.code,
    title: oneSidedCollection.title,
    certainty: tale.certainty,
    layer: words.layer,
    direction: 'unknown',
    observationPoint: facts.point.name,
    protocol: null,
    initiator: NOBODY,
    responder: NOBODY,
    ends: [NOBODY, NOBODY],
    localEnd: undefined,
    regions: undefined,
    evidence: [],
    request: { lines: [line], leftOut: facts.dataRecords - 1 },
    reply: { lines: [], leftOut: 0 },
    counts: {
      request: { accepted: tale.request.accepted, refused: tale.request.refused },
      reply: { accepted: NOTHING, refused: NOTHING },
    },
    summary: words.summary,
    proves: words.proves,
    doesNotProve: words.doesNotProve,
    assumptions: words.assumptions,
    nextCheck: query ? `${words.nextCheck} ${queryText(query)}` : words.nextCheck,
    query,
    conversations: 0,
    acceptedPackets: 0,
    rejectedPackets: 0,
    first: tale.first,
    last: tale.last,
    peers: undefined,
    failures: [],
  };
}

function taleOf(facts: PointFacts, context: Context): Tale {
  const { point, accepted, rejected, firstLine } = facts;
  const side: Side = {
    ...{
      from: '',
      to: '',
      fromPort: undefined,
      toPort: undefined,
      passage: undefined,
      isDoubted: false,
    },
    accepted: { ...NOTHING, records: accepted },
    refused: { ...NOTHING, records: rejected },
    ...{ firstRefused: undefined, refusedUntil: undefined },
    ...{ start: facts.first, line: firstLine, noun: 'record' },
  };
  return {
    certainty: oneSidedCollection.certainty,
    point,
    at: placeText(point),
    clouds: context.clouds(point.number),
    aclState: context.aclState(point.number),
    ...{ aclBound: undefined, aclExcluded: undefined, transit: point.kind !== 'eni' },
    ...{ protocol: 0, protocolName: '', service: '', ported: false, basis: 'unknown' },
    request: side,
    reply: { ...side, accepted: NOTHING, refused: NOTHING },
    ...{
      local: undefined,
      localBasis: 'unknown',
      conversations: 1,
      failures: [],
      gap: undefined,
      lateDoubt: undefined,
      peers: undefined,
    },
    ...{
      regions: undefined,
      regionsOfAll: true,
      platform: undefined,
      peerRefusal: undefined,
      peerPassage: undefined,
      icmpErrors: [],
    },
    namedReason: undefined,
    first: facts.first,
    last: facts.last,
    onlyAction: facts.onlyAction,
    ...{
      atEnd: false,
      change: undefined,
      toGroup: false,
      fromGroup: false,
      unreadable: 0,
      unreadLine: undefined,
      bounds: false,
      countsPackets: facts.countsPackets,
      isEmpty: false,
    },
    pairingWindow: context.facts.window,
    window: context.facts.lookBack,
  };
}
