import type { LogForm } from '../aggregation/forms';
import type { Random } from '../random';

/** The clouds whose records are written; Huawei's network ACLs are stateful. */
export type Cloud = 'tencent' | 'aws' | 'huawei';

/** What holds for a whole log. */
export interface LogSetup {
  readonly random: Random;
  readonly cloud: Cloud;
  /** Seconds of a capture window. */
  readonly window: number;
  /** Windows that the log covers. */
  readonly windows: number;
  /** The time at which it begins. */
  readonly origin: number;
  /** Whether ICMP records carry identifier, type and code, or zeros. */
  readonly icmp: 'typed' | 'zeros';
  readonly form: LogForm;
  /** How a later fragment's ports are written. */
  readonly fragmentPort: 0 | -1;
  /** Numbers given out so far, so that no two of a log are alike. */
  readonly count: { conversations: number; sites: number; points: number };
}

export function endOf({ origin, window, windows }: LogSetup): number {
  return origin + window * windows;
}
