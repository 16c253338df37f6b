import { otherWay, type Conversation, type Way } from '../conversation/conversation';
import type { Lane } from '../conversation/lanes';
import type { StoryColumns } from './storyColumns';

/** From the first record to the one that ends last: times in Unix seconds, lines from 0. */
export interface Span {
  readonly first: number;
  readonly last: number;
  readonly firstLine: number;
  readonly lastLine: number;
}

/** Where the records of one side with one action stand among the lanes of all stories. */
export const laneAt = (story: number, side: 0 | 1, refused: boolean): number =>
  story * 4 + side * 2 + (refused ? 1 : 0);

/** Adds what a conversation's records count, and when they are, to a story. */
export function addSums(
  columns: StoryColumns,
  story: number,
  { accepted, refused }: Conversation,
  request: Way,
): void {
  for (const side of [0, 1] as const) {
    const way = side === 0 ? request : otherWay(request);
    for (const isRefused of [false, true]) {
      const lane = (isRefused ? refused : accepted)[way];
      if (lane.records === 0) continue;
      const at = laneAt(story, side, isRefused);
      columns.records[at]! += lane.records;
      columns.packets[at]! += lane.packets;
      columns.bytes[at]! += lane.bytes;
      columns.lasts[story] = Math.max(columns.lasts[story]!, lane.lastEnd);
      addSpan(columns, at, lane);
    }
  }
}

function addSpan(columns: StoryColumns, at: number, lane: Lane): void {
  const { spanFirst, spanLast, spanFirstLine, spanLastLine } = columns;
  if (spanLast[at] === 0 || lane.start < spanFirst[at]!) {
    spanFirst[at] = lane.start;
    spanFirstLine[at] = lane.line;
  }
  if (lane.lastEnd >= spanLast[at]!) {
    spanLast[at] = lane.lastEnd;
    spanLastLine[at] = lane.lastLine;
  }
}
