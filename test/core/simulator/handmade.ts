import { writeLog } from './aggregation/writeLog';
import { address, range, type Address } from './packets/address';
import type { Party } from './packets/conversation';
import type { LogSetup } from './network/logSetup';
import type { NetworkInterface } from './network/observationPoint';
import { Site } from './network/site';
import { OPEN } from './rules/policies';
import type { RuleSet } from './rules/rule';
import type { Schedule } from './rules/schedule';
import { Random } from './random';
import type { Pickup, Timers } from './tracking/tracking';

/** What a network made by hand is made of; what is left out stops nothing. */
export interface Handmade {
  readonly acl?: RuleSet | Schedule<RuleSet | undefined>;
  readonly groups?: readonly RuleSet[];
  readonly timers?: Partial<Timers>;
  readonly pickup?: Pickup;
  readonly setup?: Partial<LogSetup>;
  readonly local?: string;
}

export const ORIGIN = 1_432_917_000;

const TIMERS: Timers = {
  halfOpen: 61,
  established: 350,
  closing: 60,
  closed: 10,
  udp: 31,
  udpAnswered: 60,
  icmp: 60,
  other: 60,
};

/** A network with one interface, and a host outside. */
export interface SmallNetwork {
  readonly site: Site;
  readonly point: NetworkInterface;
  readonly local: Party;
  /** Another host of the same subnet. */
  readonly neighbour: Party;
  readonly outside: Party;
}

export function smallNetwork(made: Handmade = {}): SmallNetwork {
  const setup: LogSetup = {
    random: new Random(1),
    cloud: 'tencent',
    window: 300,
    windows: 10,
    origin: ORIGIN,
    icmp: 'typed',
    form: 'positional',
    fragmentPort: 0,
    count: { conversations: 0, sites: 0, points: 0 },
    ...made.setup,
  };
  const site = new Site(setup, 'handmade');
  const subnet = site.subnet(range('172.31.16.0/24'), made.acl);
  const place = (own: Address): Party & { point: NetworkInterface } => ({
    address: own,
    point: site.interface({
      subnet,
      addresses: [own],
      groups: made.groups ?? [OPEN],
      timers: { ...TIMERS, ...made.timers },
      pickup: made.pickup ?? 'any',
      capture: { origin: setup.origin },
    }),
  });
  const local = place(address(made.local ?? '172.31.16.139'));
  const neighbour = place(address('172.31.16.140'));
  return {
    site,
    point: local.point,
    local,
    neighbour,
    outside: { address: address('203.0.113.12') },
  };
}

/**
 * The records of the interface with data, oldest first, from source address to action, with times
 * counted from the origin.
 */
export function recordsOf({ site, point }: SmallNetwork): string[] {
  const { text } = writeLog(site.setup, [point], 'positional', 'oldest-first');
  return text
    .split('\n')
    .filter(line => line.endsWith(' OK'))
    .map(line => {
      const fields = line.split(' ').slice(3, -1);
      for (const time of [7, 8]) fields[time] = String(Number(fields[time]) - site.setup.origin);
      return fields.join(' ');
    });
}
