import type { Context } from './context';
import { has, ownEnd, rangeAround, sharesPort } from './peerRefusal';
import { storyKey } from './storyKey';
import type { StoryTable } from './storyTable';
import type { PeerPassage } from './tale';
import { placeText } from './words';

const RESPONDER = 1;

/** Where the responder's own interface let the request of a story in, and perhaps the answer out. */
export function passageElsewhere(
  table: StoryTable,
  story: number,
  context: Context,
): PeerPassage | undefined {
  if (table.code(story) !== 'no-reply-seen') return undefined;
  const range = rangeAround(table, story, context);
  for (const tuple of table.tuples.elsewhere(table.tuple(story))) {
    for (const other of table.ofTuple(tuple)) {
      const key = storyKey(table, other, context);
      if (ownEnd(key, context) !== RESPONDER || sharesPort(table, story, other) !== true) continue;
      if (!has(table, other, 0, false, range)) continue;
      const isAnswered = has(table, other, 1, false, range);
      return {
        point: placeText(context.point(key.point)),
        line: table.span(other, 0, false).firstLine,
        answerLine: isAnswered ? table.span(other, 1, false).firstLine : undefined,
      };
    }
  }
  return undefined;
}
