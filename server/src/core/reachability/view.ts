import { protocolWord } from '../explain/transport';
import type { StoryView } from '../requests';
import { clock } from './clock';
import { queryText } from './query';
import type { Story } from './story';

/** A story as the client and the command line show it. */
export function viewOf(story: Story): StoryView {
  const { protocol, nextCheck, query } = story;
  return {
    code: story.code,
    certainty: story.certainty,
    layer: story.layer,
    direction: story.direction,
    observationPoint: story.observationPoint,
    protocol,
    protocolName: protocol === null ? 'any protocol' : protocolWord(protocol),
    initiator: story.initiator,
    responder: story.responder,
    ends: story.ends,
    localEnd: story.localEnd ?? null,
    regions: story.regions ?? null,
    peers: story.peers ?? null,
    conversations: story.conversations,
    request: story.request,
    reply: story.reply,
    counts: story.counts,
    evidence: story.evidence,
    summary: story.summary,
    proves: story.proves,
    doesNotProve: story.doesNotProve,
    assumptions: story.assumptions,
    nextCheck: query ? withoutQuery(story, query) : nextCheck,
    query: query?.text ?? '',
  };
}

/** The next check alone. */
export function checkAlone({ nextCheck, query }: Pick<Story, 'nextCheck' | 'query'>): string {
  return query ? nextCheck.replace(queryText(query), '').trimEnd() : nextCheck;
}

/** The next check with the place and time of the query, which is shown by itself. */
function withoutQuery(story: Story, query: NonNullable<Story['query']>): string {
  const { service, from, to } = query;
  return `${checkAlone(story)} Query for ${service} below, from ${clock(from)} to ${clock(to)}.`;
}
