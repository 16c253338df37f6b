import type { Context } from '../context';
import type { Condition, ConditionName, RefusedReply } from './condition';
import { countedPackets } from './countedPackets';
import { flagsAgree } from './flagsAgree';
import { hosts } from './hosts';
import { noNamedReason } from './namedReason';
import { localSide } from './p1LocalSide';
import { direction } from './p2Direction';
import { tracking } from './p3Tracking';
import { oneAction } from './p4OneAction';
import { coverage } from './p5Coverage';
import { subnets } from './p6Subnets';
import { provider } from './p7Provider';
import { packetAddresses } from './packetAddresses';
import { platformPort } from './platformPort';
import { unread } from './unread';
import { unfinishedHandshake } from './unfinishedHandshake';

/** The conditions, in the order in which a reader should hear of those that fail. */
export const conditions: readonly Condition[] = [
  noNamedReason,
  hosts,
  countedPackets,
  direction,
  flagsAgree,
  oneAction,
  unread,
  packetAddresses,
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
  /** It leaves the reply undecided. */
  readonly undecides: boolean;
}

/** The conditions that do not hold. */
export function failuresOf(reply: RefusedReply, context: Context): Failure[] {
  return conditions.flatMap(({ name, fails, undecides }) => {
    const reason = fails(reply, context);
    if (reason === undefined) return [];
    return [{ name, reason, undecides: undecides?.(reply, context) ?? false }];
  });
}

/** Whether nothing more than `undecided` may be said. */
export function isUndecided(reply: RefusedReply, context: Context): boolean {
  return conditions.some(
    ({ undecides, fails }) => undecides?.(reply, context) && fails(reply, context) !== undefined,
  );
}

/** Whether all conditions hold. */
export function holdsAll(reply: RefusedReply, context: Context): boolean {
  return conditions.every(condition => condition.fails(reply, context) === undefined);
}
