import type { Way } from '../conversation/conversation';
import { MODE } from '../conversation/recordReader';
import type { Context } from './context';
import type { Seen } from './seen';
import type { StoryTable } from './storyTable';
import { TUPLE } from './tuples';

/** The tuple of a story, taken apart. */
export interface StoryKey {
  readonly point: number;
  readonly protocol: number;
  readonly v6: boolean;
  /** Source and destination of the request. */
  readonly source: number;
  readonly destination: number;
  /** The responder's port; 0 where there is none or it is not known. */
  readonly port: number;
  readonly ported: boolean;
  /** The ICMP type that asks; undefined where no types are on record. */
  readonly icmpRequest: number | undefined;
  /** Which of the two is the interface's own: 0 the source. */
  readonly local: 0 | 1 | undefined;
  /** The reason that the first refused record of the request gives; undefined if it gives none. */
  readonly reason: string | undefined;
}

export function storyKey(table: StoryTable, story: number, context: Context): StoryKey {
  const { tuples } = table;
  const tuple = table.tuple(story);
  const meta = tuples.meta(tuple);
  const point = tuples.point(tuple);
  const v6 = (meta & TUPLE.v6) !== 0;
  const typed = (meta & TUPLE.typed) !== 0;
  const source = tuples.initiator(tuple);
  const destination = tuples.responder(tuple);
  return {
    point,
    protocol: meta & 255,
    v6,
    source,
    destination,
    port: typed ? 0 : tuples.port(tuple),
    ported: (meta & TUPLE.ported) !== 0,
    icmpRequest: typed ? tuples.port(tuple) : undefined,
    local: context.localOf(point, v6, source, destination),
    reason: context.facts.rejectReasons.at(table.span(story, 0, true).firstLine),
  };
}

/** The same of a request that nothing answered, whether it has a story or not. */
export function requestKey({ conversation, context }: Seen, request: Way): StoryKey {
  const { point, protocol, v6, mode, icmpGroup } = conversation;
  const [source, destination] = [conversation.source(request), conversation.destination(request)];
  const typed = mode === MODE.icmp;
  return {
    point,
    protocol,
    v6,
    source,
    destination,
    port: typed ? 0 : conversation.destinationPort(request),
    ported: mode === MODE.ports,
    icmpRequest: typed ? icmpGroup : undefined,
    local: context.localOf(point, v6, source, destination),
    reason: context.facts.rejectReasons.at(conversation.refused[request].line),
  };
}
