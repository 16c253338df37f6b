import type { Conversation, Way } from '../conversation/conversation';
import type { Lane } from '../conversation/lanes';

/** The lane that a way is told by: its accepted records or, for a reply, its refused ones first. */
export function mainLane(
  { accepted, refused }: Conversation,
  way: Way,
  refusedFirst = false,
): Lane | undefined {
  const lanes = refusedFirst ? [refused[way], accepted[way]] : [accepted[way], refused[way]];
  return lanes.find(lane => lane.records > 0);
}
