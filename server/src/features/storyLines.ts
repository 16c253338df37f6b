import type { Story } from '../core/reachability/story';
import { ACTION } from '../core/scan/columns';
import type { FlowTable } from '../core/table/flowTable';

/** A record of a story, and which side of it. */
export interface StoryLine {
  readonly line: number;
  readonly side: 'request' | 'reply';
}

/** The records that a story lists, in the order of lines. */
export function linesOf({ request, reply }: Pick<Story, 'request' | 'reply'>): StoryLine[] {
  return [
    ...request.lines.map(line => ({ line, side: 'request' as const })),
    ...reply.lines.map(line => ({ line, side: 'reply' as const })),
  ].sort((x, y) => x.line - y.line);
}

/** The line that a story is shown at: its first refused record, else its first one. */
export function mainLine(table: FlowTable, story: Story): number | undefined {
  const lines = linesOf(story);
  const refused = lines.find(({ line }) => {
    const at = table.locate(line);
    return at?.chunk.columns.action[at.row] === ACTION.reject;
  });
  return (refused ?? lines[0])?.line;
}
