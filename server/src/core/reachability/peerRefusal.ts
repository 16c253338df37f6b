import { isDoubted } from '../conversation/localSide';
import type { Context } from './context';
import { storyKey, type StoryKey } from './storyKey';
import type { StoryTable } from './storyTable';
import type { PeerRefusal } from './tale';
import { placeText } from './words';

/** When it may have happened, in Unix seconds. */
interface Range {
  readonly from: number;
  readonly to: number;
}

/** ICMP and ICMPv6. */
const ICMP: ReadonlySet<number> = new Set([1, 58]);

const SIDES = [
  { side: 0, of: 'request' },
  { side: 1, of: 'answer' },
] as const;

/** Where another interface of this log refused the request of a story, or the answer to it. */
export function refusalElsewhere(
  table: StoryTable,
  story: number,
  context: Context,
): PeerRefusal | undefined {
  if (table.code(story) !== 'no-reply-seen') return undefined;
  const range = rangeAround(table, story, context);
  let like: PeerRefusal | undefined;
  for (const tuple of table.tuples.elsewhere(table.tuple(story))) {
    const found = refusalsAt(table, story, tuple, range, context);
    const same = found.find(({ isSame }) => isSame);
    if (same) return same;
    like ??= found[0];
  }
  return like;
}

/**
 * The line of a record of another story that may be of the packets of this one: it is the first or last of
 * its kind, and within a window of this one's, of which only the first and the last are known as well
 * unless all is one conversation.
 */
export function lineBeside(
  table: StoryTable,
  story: number,
  other: number,
  side: 0 | 1,
  refused: boolean,
  context: Context,
): number | undefined {
  if (table.sum(other, side, refused).records === 0) return undefined;
  const { lookBack } = context.facts;
  const own = table.span(story, 0, false);
  const isOne = table.conversationsOf(story) === 1;
  const isBeside = (time: number) =>
    isOne
      ? time >= own.first - lookBack && time <= own.last + lookBack
      : [own.first, own.last].some(mine => Math.abs(time - mine) <= lookBack);
  const { first, last, firstLine, lastLine } = table.span(other, side, refused);
  if (isBeside(first)) return firstLine;
  return isBeside(last) ? lastLine : undefined;
}

/** When other interfaces may have recorded the packets of a story. */
function rangeAround(table: StoryTable, story: number, { facts }: Context): Range {
  const { lookBack } = facts;
  return { from: table.first(story) - lookBack, to: table.last(story) + lookBack };
}

/**
 * What one place refused, unless it let the like through at that time, or has the same address of its
 * own: it is not on the way then, but an interface of another network, or a former one.
 */
function refusalsAt(
  table: StoryTable,
  story: number,
  tuple: number,
  range: Range,
  context: Context,
): PeerRefusal[] {
  const stories = [...table.ofTuple(tuple)];
  const own = ownEnd(storyKey(table, story, context), context);
  const { countsPackets } = context.pointFacts(table.tuples.point(tuple));
  const isRefusal = (story: number, side: 0 | 1) =>
    has(table, story, side, true, range) &&
    (!countsPackets || table.sum(story, side, true).packets > 0);
  return stories.flatMap(other => {
    const refused = SIDES.find(({ side }) => isRefusal(other, side));
    const line = refused && lineBeside(table, story, other, refused.side, true, context);
    if (!refused || line === undefined) return [];
    const isSame = sharesPort(table, story, other) === true;
    const mayBeLet = stories.filter(each => !isSame || sharesPort(table, story, each) !== false);
    if (mayBeLet.some(each => has(table, each, refused.side, false, range))) return [];
    const key = storyKey(table, other, context);
    const its = ownEnd(key, context);
    if (own !== undefined && its === own) return [];
    return [
      {
        point: placeText(context.point(key.point)),
        isEnd: own !== undefined && its !== undefined,
        line,
        of: refused.of,
        isSame,
      },
    ];
  });
}

/** Which end is the interface's own, as far as that is beyond doubt. */
export function ownEnd({ point, v6, local }: StoryKey, context: Context): 0 | 1 | undefined {
  return isDoubted(context.localSide(point, v6).basis) ? undefined : local;
}

function has(
  table: StoryTable,
  story: number,
  side: 0 | 1,
  refused: boolean,
  { from, to }: Range,
): boolean {
  const { first, last } = table.span(story, side, refused);
  return table.sum(story, side, refused).records > 0 && first <= to && last >= from;
}

/**
 * Whether two stories have one initiator's port or ICMP identifier; undefined where either has several,
 * or pings have none.
 */
export function sharesPort(table: StoryTable, one: number, other: number): boolean | undefined {
  if (table.portsDiffer(one) || table.portsDiffer(other)) return undefined;
  const [port, its] = [one, other].map(story => table.firstConversation(story).initiatorPort);
  const isPing = ICMP.has(table.tuples.meta(table.tuple(one)) & 255);
  return isPing && port === 0 ? undefined : port === its;
}
