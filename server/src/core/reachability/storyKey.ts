import type { Context } from './context';
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
  };
}
