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
export const LONGEST_WINDOW = 600;
/** A week: no state is kept for longer. */
export const LONGEST_TIMEOUT = 7 * 24 * 60 * 60;

/** Is told what of the options cannot be used: the name of one, what it takes, and what was given. */
export type Complain = (name: keyof ReachabilityOptions, takes: string, given: string) => void;

type Refuse = (given: unknown) => void;

/** The options in what a user wrote; whatever has not the right shape keeps its default. */
export function readOptions(
  sent: unknown,
  complain: Complain = () => undefined,
): ReachabilityOptions {
  const { interfaceAddresses, subnets, aclBound, trackingTimeouts, pairingWindow } =
    entriesOf(sent);
  const refuse = (name: keyof ReachabilityOptions, takes: string) => (given: unknown) =>
    complain(name, takes, textOf(given));
  return {
    interfaceAddresses: read(
      interfaceAddresses,
      (value): value is readonly string[] => isList(value, isAddress),
      refuse('interfaceAddresses', 'a list of IP addresses for each interface id'),
    ),
    subnets: readSubnets(subnets, refuse('subnets', 'a list of ranges such as 10.0.1.0/24')),
    aclBound: read(
      aclBound,
      (value, key): value is boolean => typeof value === 'boolean' && isPlace(key),
      refuse('aclBound', 'true or false for each interface id or range such as 10.0.1.0/24'),
    ),
    trackingTimeouts: {
      ...DEFAULT_OPTIONS.trackingTimeouts,
      ...read(
        trackingTimeouts,
        (value, key): value is number =>
          Object.hasOwn(DEFAULT_OPTIONS.trackingTimeouts, key) && isWithin(value, LONGEST_TIMEOUT),
        refuse('trackingTimeouts', `seconds for tcp, udp and icmp, at most ${LONGEST_TIMEOUT}`),
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
  refuse: Refuse,
): Record<string, T> {
  if (sent === undefined) return {};
  const entries = Object.entries(entriesOf(sent, refuse));
  const good = entries.filter((entry): entry is [string, T] => passes(entry[1], entry[0]));
  const bad = entries.find(([key, value]) => !passes(value, key));
  if (bad) refuse(`${bad[0]}=${textOf(bad[1])}`);
  return Object.fromEntries(good);
}

function readSubnets(sent: unknown, refuse: Refuse): string[] {
  if (sent === undefined) return [];
  const given: readonly unknown[] = Array.isArray(sent) ? sent : [];
  const isRange = (value: unknown): value is string =>
    typeof value === 'string' && parseCidr(value) !== undefined;
  if (!Array.isArray(sent)) refuse(sent);
  else if (!given.every(isRange)) refuse(given.find(value => !isRange(value)));
  return given.filter(isRange);
}

function readWindow(sent: unknown, refuse: Refuse): number | null {
  if (sent === undefined || sent === null) return null;
  if (isWithin(sent, LONGEST_WINDOW)) return sent;
  refuse(sent);
  return null;
}

function entriesOf(sent: unknown, refuse: Refuse = () => undefined): Record<string, unknown> {
  if (typeof sent === 'object' && sent !== null && !Array.isArray(sent)) {
    return sent as Record<string, unknown>;
  }
  if (sent !== undefined && sent !== null) refuse(sent);
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

/** An interface id or a range, and not what is meant as a range but is none. */
export function isPlace(text: string): boolean {
  return parseCidr(text) !== undefined || !/\/\d*$|:|^[\d.]+$/.test(text);
}

/** What was given, as a user may have written it. */
function textOf(given: unknown): string {
  if (typeof given === 'string') return given;
  return Array.isArray(given) ? given.map(textOf).join() : JSON.stringify(given);
}
