import type { Draft } from './aggregation/draft';
import type { Claim } from './claims';
import type { WholeStory } from './engine';
import { hasPorts, isIcmp } from './packets/protocol';
import type { Simulation } from './simulate';

/** What a story claims about each of the five-tuples that it tells of. */
export function claimsOf(story: WholeStory, { lines }: Simulation): Claim[] {
  const { code, certainty, layer, direction } = story;
  const sides = new Map<string, { requestLines: number[]; replyLines: number[] }>();
  const put = (line: number, side: 'requestLines' | 'replyLines'): void => {
    const draft = lines[line];
    const key = draft ? tupleOf(draft) : 'no data';
    let known = sides.get(key);
    if (!known) sides.set(key, (known = { requestLines: [], replyLines: [] }));
    known[side].push(line);
  };
  for (const line of story.requestLines) put(line, 'requestLines');
  for (const line of story.replyLines) put(line, 'replyLines');
  return [...sides.values()].map(side => ({ code, certainty, layer, direction, ...side }));
}

/** The same for both directions. */
function tupleOf({ flow, hop }: Draft): string {
  const { source, destination, protocol, srcPort, dstPort } = flow;
  const [from, to] = hasPorts(protocol)
    ? [srcPort, dstPort]
    : isIcmp(protocol) && hop.point.kind !== 'ccn'
      ? [srcPort, srcPort]
      : [0, 0];
  const ends = [`${source.text} ${from}`, `${destination.text} ${to}`];
  return `${protocol} ${ends.sort().join(' ')}`;
}
