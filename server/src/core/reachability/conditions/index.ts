import type { Context } from '../context';
import type { Condition, ConditionName, RefusedReply } from './condition';
import { localSide } from './p1LocalSide';
import { direction } from './p2Direction';
import { tracking } from './p3Tracking';
import { oneAction } from './p4OneAction';
import { coverage } from './p5Coverage';
import { subnets } from './p6Subnets';
import { provider } from './p7Provider';
import { platformPort } from './platformPort';
import { unfinishedHandshake } from './unfinishedHandshake';

/** The conditions, in the order in which a reader should hear of those that fail. */
export const conditions: readonly Condition[] = [
  direction,
  oneAction,
  tracking,
  subnets,
  provider,
  platformPort,
  unfinishedHandshake,
  localSide,
  coverage,
];

/** A condition that does not hold, and why. */
export interface Failure {
  readonly name: ConditionName;
  readonly reason: string;
}

/** The conditions that do not hold. */
export function failuresOf(reply: RefusedReply, context: Context): Failure[] {
  return conditions.flatMap(({ name, fails }) => {
    const reason = fails(reply, context);
    return reason === undefined ? [] : [{ name, reason }];
  });
}

/** Whether all conditions hold. */
export function holdsAll(reply: RefusedReply, context: Context): boolean {
  return conditions.every(condition => condition.fails(reply, context) === undefined);
}
