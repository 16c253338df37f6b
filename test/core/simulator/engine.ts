import { explainTable } from '../../../server/src/core/reachability/explainTable';
import type { Story } from '../../../server/src/core/reachability/story';
import { readTable } from '../../../server/src/core/table/flowTable';
import type { Simulation } from './simulate';

/** A story that lists every line it rests on. */
export type WholeStory = Pick<
  Story,
  'code' | 'certainty' | 'layer' | 'direction' | 'observationPoint' | 'failures' | 'summary'
> & {
  readonly requestLines: readonly number[];
  readonly replyLines: readonly number[];
};

/** No log of the simulator has so many lines, so that no story leaves any out. */
const ALL_LINES = 1_000_000;
const encoder = new TextEncoder();

/** What our engine makes of a log, told what the user may be taken to have told it. */
export function explain({ log, told }: Pick<Simulation, 'log' | 'told'>): WholeStory[] {
  const table = readTable(encoder.encode(log), Infinity);
  const settings = {
    ...(told.localAddresses && { eniAddresses: told.localAddresses }),
    ...(told.subnets && { subnets: told.subnets }),
    ...(told.aclBound && { aclBound: told.aclBound }),
  };
  const explaining = explainTable(table, settings, { lines: ALL_LINES });
  let step = explaining.next();
  while (!step.done) step = explaining.next();
  return [...step.value.stories()].map(story => ({
    code: story.code,
    certainty: story.certainty,
    layer: story.layer,
    direction: story.direction,
    observationPoint: story.observationPoint,
    failures: story.failures,
    summary: story.summary,
    requestLines: story.request.lines,
    replyLines: story.reply.lines,
  }));
}
