import type { Context } from './context';
import { lineBeside, ownEnd, sharesPort } from './peerRefusal';
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
  for (const tuple of table.tuples.elsewhere(table.tuple(story))) {
    for (const other of table.ofTuple(tuple)) {
      const key = storyKey(table, other, context);
      if (ownEnd(key, context) !== RESPONDER || sharesPort(table, story, other) !== true) continue;
      const line = lineBeside(table, story, other, 0, false, context);
      if (line === undefined) continue;
      const answerLine = lineBeside(table, story, other, 1, false, context);
      return { point: placeText(context.point(key.point)), line, answerLine };
    }
  }
  return undefined;
}
