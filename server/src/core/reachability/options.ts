import { parseCidr } from '../conversation/cidr';
import { parseAddress } from '../record/address';
import type { ReachabilityOptions } from '../requests';

export const DEFAULT_OPTIONS: ReachabilityOptions = {
  interfaceAddresses: {},
  subnets: [],
  aclBound: {},
  trackingTimeouts: { tcp: 60, udp: 30, icmp: 30 },
  pairingWindow: null,
};

/** Longest capture window that any document gives, in seconds. */
const LONGEST_WINDOW = 600;
/** A week: no state is kept for longer. */
const LONGEST_TIMEOUT = 7 * 24 * 60 * 60;

/** Is told what of the options cannot be used: the name of one, and what it takes. */
export type Complain = (name: keyof ReachabilityOptions, takes: string) => void;

/** The options in what a user wrote; whatever has not the right shape keeps its default. */
export function readOptions(
  sent: unknown,
  complain: Complain = () => undefined,
): ReachabilityOptions {
  const { interfaceAddresses, subnets, aclBound, trackingTimeouts, pairingWindow } =
    entriesOf(sent);
  const refuse = (name: keyof ReachabilityOptions, takes: string) => () => complain(name, takes);
  return {
    interfaceAddresses: read(
      interfaceAddresses,
      (value): value is readonly string[] => isList(value, isAddress),
      refuse('interfaceAddresses', 'a list of IP addresses for each interface id'),
    ),
    subnets: readSubnets(subnets, refuse('subnets', 'a list of ranges such as 10.0.1.0/24')),
    aclBound: read(
      aclBound,
      (value): value is boolean => typeof value === 'boolean',
      refuse('aclBound', 'true or false for each interface id or range'),
    ),
    trackingTimeouts: {
      ...DEFAULT_OPTIONS.trackingTimeouts,
      ...read(
        trackingTimeouts,
        (value, key): value is number =>
          Object.hasOwn(DEFAULT_OPTIONS.trackingTimeouts, key) && isWithin(value, LONGEST_TIMEOUT),
        refuse('trackingTimeouts', 'seconds for tcp, udp and icmp'),
      ),
    },
    pairingWindow: readWindow(
      pairingWindow,
      refuse('pairingWindow', `seconds, at most ${LONGEST_WINDOW}`),
    ),
  };
}

/** The entries of an object that pass a test; `refuse` hears of any that does not. */
function read<T>(
  sent: unknown,
  passes: (value: unknown, key: string) => value is T,
  refuse: () => void,
): Record<string, T> {
  if (sent === undefined) return {};
  const entries = Object.entries(entriesOf(sent, refuse));
  const good = entries.filter((entry): entry is [string, T] => passes(entry[1], entry[0]));
  if (good.length < entries.length) refuse();
  return Object.fromEntries(good);
}

function readSubnets(sent: unknown, refuse: () => void): string[] {
  if (sent === undefined) return [];
  const given: readonly unknown[] = Array.isArray(sent) ? sent : [];
  const good = given.filter(
    (value): value is string => typeof value === 'string' && parseCidr(value) !== undefined,
  );
  if (!Array.isArray(sent) || good.length < given.length) refuse();
  return good;
}

function readWindow(sent: unknown, refuse: () => void): number | null {
  if (sent === undefined || sent === null) return null;
  if (isWithin(sent, LONGEST_WINDOW)) return sent;
  refuse();
  return null;
}

function entriesOf(sent: unknown, refuse: () => void = () => undefined): Record<string, unknown> {
  if (typeof sent === 'object' && sent !== null && !Array.isArray(sent)) {
    return sent as Record<string, unknown>;
  }
  if (sent !== undefined && sent !== null) refuse();
  return {};
}

function isList(value: unknown, isOne: (entry: unknown) => boolean): value is readonly string[] {
  return Array.isArray(value) && value.every(isOne);
}

function isAddress(value: unknown): boolean {
  return typeof value === 'string' && parseAddress(value) !== undefined;
}

function isWithin(value: unknown, most: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most;
}
