import type { Conversation, Way } from '../conversation/conversation';
import { SHORTEST_WINDOW } from '../conversation/coverage';
import type { Lane } from '../conversation/lanes';
import type { Context } from './context';

/** Windows are "approximately" so long. */
const SHORTEST_BOUNDS = SHORTEST_WINDOW - 10;
const NEARLY = 0.95;

/**
 * Whether the times of a conversation are bounds of capture windows, so that the order inside a
 * window is unknown. They are not if the two ways overlap and differ; they are if both have the
 * start and the end of a whole window; else as with the other records of the interface.
 */
export function timesAreBounds(conversation: Conversation, { facts }: Context): boolean {
  const place = facts.byPoint[conversation.point]!;
  // Documented to be the times of the first and the last packet.
  if (place.point.kind === 'ccn') return false;
  const [there, back] = [firstOf(conversation, 0), firstOf(conversation, 1)];
  if (there && back) {
    const same = there.start === back.start && there.end === back.end;
    const overlap = there.start < back.end && back.start < there.end;
    if (overlap && !same) return false;
    const length = there.end - there.start;
    if (same && length >= SHORTEST_BOUNDS && length >= facts.captureWindow * NEARLY) return true;
  }
  return place.timesAreBounds;
}

function firstOf({ accepted, refused }: Conversation, way: Way): Lane | undefined {
  const [yes, no] = [accepted[way], refused[way]];
  if (yes.records === 0) return no.records === 0 ? undefined : no;
  return no.records > 0 && no.start < yes.start ? no : yes;
}
