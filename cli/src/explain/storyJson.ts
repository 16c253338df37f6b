import type { Story } from '../../../server/src/core/reachability/story';
import { viewOf } from '../../../server/src/core/reachability/view';
import type { StoryRecords } from '../../../server/src/core/requests';
import { visibleJson } from '../visible';

/** A story as one line of JSON; lines of the log count from 1. */
export function storyJson(story: Story): string {
  const { request, reply, ...view } = viewOf(story);
  return `${visibleJson({
    ...view,
    request: counted(request),
    reply: counted(reply),
    nextCheck: story.nextCheck,
  })}\n`;
}

function counted({ lines, leftOut }: StoryRecords): StoryRecords {
  return { lines: lines.map(line => line + 1), leftOut };
}
