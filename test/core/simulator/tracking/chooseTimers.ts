import type { Random } from '../random';
import type { Timers } from './tracking';

/**
 * Time-outs as clouds and operating systems have them. None is shorter than the least that an
 * explanation may rely on: TCP 60 s half-open, UDP and ICMP 30 s, and a second more because records
 * carry whole seconds.
 */
export function chooseTimers(random: Random): Timers {
  return {
    halfOpen: random.pick([61, 75, 120]),
    established: random.pick([350, 600, 900, 3600, 432_000]),
    closing: random.pick([30, 60, 120]),
    closed: random.pick([0, 10, 30, 120]),
    udp: random.pick([31, 35, 60]),
    udpAnswered: random.pick([60, 120, 180]),
    icmp: random.pick([31, 35, 60]),
    other: random.pick([60, 180, 600]),
  };
}
