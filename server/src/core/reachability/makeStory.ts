import { localEvidence, directionEvidence } from './evidenceText';
import type { Direction } from './code';
import { codeNamed } from './codes/index';
import type { Context } from './context';
import { makeTale } from './makeTale';
import { queryFor, queryText } from './query';
import { hasOnePort } from './sides';
import type { Story, StoryEnd, StoryLines } from './story';
import { storyKey, type StoryKey } from './storyKey';
import type { StoryTable } from './storyTable';
import type { Change, Side, Tale, Words } from './tale';
import { lineText } from './words';

/** So many lines of each side are listed. */
const MOST_LINES = 20;

/** Puts a story into words; a roll-up is led by the first of its stories. */
export function makeStory(table: StoryTable, stories: readonly number[], context: Context): Story {
  const lead = stories[0]!;
  const code = table.code(lead);
  const tale = makeTale(table, stories, context);
  const { title, tell } = codeNamed(code);
  const words = tell(tale);
  const query = queryFor(tale, words);
  const ends = endsOf(table, stories, context);
  const known = tale.basis !== 'unknown' || code === 'request-rejected' || code === 'no-reply-seen';
  const nobody: StoryEnd = { address: null, port: null };
  const { request, reply } = tale;
  return {
    code,
    title,
    certainty: tale.certainty,
    layer: words.layer,
    direction: directionOf(words, request, reply),
    observationPoint: tale.point.name,
    protocol: tale.protocol,
    initiator: known ? ends[0] : nobody,
    responder: known ? ends[1] : nobody,
    ends,
    localEnd: localEndOf(tale),
    regions: tale.regions,
    evidence: evidenceOf(table, lead, tale, context),
    request: withTold(linesOf(table, stories, 0), request, changeLines(tale)),
    reply: withTold(linesOf(table, stories, 1), reply, []),
    counts: {
      request: { accepted: request.accepted, refused: request.refused },
      reply: { accepted: reply.accepted, refused: reply.refused },
    },
    summary: words.summary,
    proves: words.proves,
    doesNotProve: words.doesNotProve,
    assumptions: words.assumptions,
    nextCheck: query ? `${words.nextCheck} ${queryText(query)}` : words.nextCheck,
    query,
    conversations: tale.conversations,
    acceptedPackets: request.accepted.packets + reply.accepted.packets,
    rejectedPackets: request.refused.packets + reply.refused.packets,
    first: tale.first,
    last: tale.last,
    peers: tale.peers,
    failures: tale.failures,
  };
}

function directionOf({ about }: Words, request: Side, reply: Side): Direction {
  if (about === 'none') return 'unknown';
  const { passage, isDoubted } = about === 'request' ? request : reply;
  if (passage === undefined || isDoubted) return 'unknown';
  return passage === 'inbound' ? 'ingress' : 'egress';
}

function localEndOf({ request: { passage, isDoubted } }: Tale): 0 | 1 | undefined {
  if (passage === undefined || isDoubted) return undefined;
  return passage === 'outbound' ? 0 : 1;
}

/** The ends of some stories; what differs between them is null. */
function endsOf(
  table: StoryTable,
  stories: readonly number[],
  context: Context,
): readonly [StoryEnd, StoryEnd] {
  const { facts } = context;
  const keys = stories.map(story => storyKey(table, story, context));
  const [first] = keys;
  const { v6, ported, port } = first!;
  const same = (pick: (key: StoryKey) => number) => {
    const value = pick(first!);
    return keys.every(key => pick(key) === value) ? facts.addresses.text(value, v6) : null;
  };
  const hasRest = stories.some(story => table.isRest(story));
  const { initiatorPort } = table.firstConversation(stories[0]!);
  const [source, destination] = [same(key => key.source), same(key => key.destination)];
  const outward = first!.local === 0;
  return [
    {
      address: hasRest && !outward ? null : source,
      port: ported && hasOnePort(table, stories) ? initiatorPort : null,
    },
    {
      address: hasRest && outward ? null : destination,
      port: ported && port !== 0 ? port : null,
    },
  ];
}

function evidenceOf(table: StoryTable, lead: number, tale: Tale, context: Context): string[] {
  const { facts } = context;
  const key = storyKey(table, lead, context);
  const { evidence, initiatorPort, bounds, linesBefore } = table.firstConversation(lead);
  const clientPort = key.ported ? initiatorPort : undefined;
  const points = context.pointFacts(key.point);
  const records = (key.v6 ? points.v6 : points.v4).records;
  const side = context.localSide(key.point, key.v6);
  return [
    ...directionEvidence(tale, tale.basis, evidence, clientPort),
    ...(tale.point.kind === 'eni' ? [localEvidence(side, tale.point.id, tale.local, records)] : []),
    ...(tale.change
      ? [
          `The direction is established by what was let through (${lineText(acceptedLine(tale.change))}).`,
        ]
      : []),
    ...(table.code(lead) === 'late-packets-rejected' ? [linesBefore] : []).flatMap(beforeText),
    ...tale.icmpErrors,
    ...(bounds && tale.request.line >= 0 && tale.reply.line >= 0
      ? [
          `Times: start and end may be those of the capture window (nothing at ${tale.at} shows otherwise), so the order inside a window is unknown.`,
        ]
      : []),
    ...(tale.onlyAction === undefined
      ? []
      : [
          `All data records of ${tale.at} are ${tale.onlyAction}: the other action may not be collected.`,
        ]),
    ...(facts.ordering === 'unordered' ? ['The records of this log are in no order of time.'] : []),
  ];
}

/** What was let through in the window before belongs to another conversation. */
function beforeText(linesBefore: readonly number[]): string[] {
  const lines = linesBefore.filter(line => line >= 0).map(lineText);
  return lines.length > 0
    ? [`In the window before, packets were let through (last in ${lines.join(' and ')}).`]
    : [];
}

/** The first lines of a side of some stories. */
function linesOf(table: StoryTable, stories: readonly number[], side: 0 | 1): number[] {
  let lines: number[] = [];
  for (const story of stories) {
    lines.push(...table.lines(story, side));
    if (stories.length > 1 && lines.length > MOST_LINES * 50) lines = lowest(lines);
  }
  return stories.length > 1 ? lowest(lines) : lines;
}

function acceptedLine({ to, lineOld, lineNew }: Change): number {
  return to === 'ACCEPT' ? lineNew : lineOld;
}

/** The records before and after a change stand with the request's, whichever conversation has them. */
function changeLines({ change }: Tale): number[] {
  return change
    ? [change.lineOld, change.lineNew, ...(change.again ? [change.again.line] : [])]
    : [];
}

/** The lines of a side with those that its summary names, and how many records there are beside. */
function withTold(lines: readonly number[], side: Side, told: readonly number[]): StoryLines {
  const named = [side.line, side.firstRefused?.line ?? -1, ...told].filter(line => line >= 0);
  const all = [...new Set([...lines, ...named])].sort((x, y) => x - y);
  return { lines: all, leftOut: side.accepted.records + side.refused.records - all.length };
}

function lowest(lines: number[]): number[] {
  return lines.sort((x, y) => x - y).slice(0, MOST_LINES);
}
