import { parseCidr, sharePrefix } from '../../../server/src/core/conversation/cidr';
import { isPlace } from '../../../server/src/core/reachability/options';
import { UsageError } from '../usageError';

/** Options of the command line that say something about the network. */
export interface NetworkOptions {
  readonly settings?: string | undefined;
  readonly 'interface-address': readonly string[];
  readonly subnet: readonly string[];
  readonly acl: readonly string[];
  readonly timeout: readonly string[];
  readonly 'pairing-window'?: string | undefined;
  readonly 'icmp-byte-order'?: string | undefined;
}

/** Settings by name. */
export type Given = Record<string, unknown>;

/** Interfaces that options name, each with the option. */
export function interfacesNamed(
  options: NetworkOptions,
): readonly (readonly [option: string, id: string])[] {
  const { interfaceAddresses = {}, aclBound = {} } = givenBy(options);
  const places = Object.keys(aclBound as Given).filter(place => parseCidr(place) === undefined);
  return [
    ...Object.keys(interfaceAddresses as Given).map(id => ['--interface-address', id] as const),
    ...places.map(id => ['--acl', id] as const),
  ];
}

/** What the options say, by the names of settings; those that are absent are not there. */
export function givenBy(options: NetworkOptions): Given {
  const window = options['pairing-window'];
  const lists = {
    interfaceAddresses: addressesOf(options['interface-address']),
    aclBound: boundOf(options.acl),
    trackingTimeouts: timeoutsOf(options.timeout),
  };
  return {
    ...Object.fromEntries(
      Object.entries(lists).filter(([, values]) => Object.keys(values).length > 0),
    ),
    ...(options.subnet.length > 0 ? { subnets: options.subnet } : {}),
    ...(window === undefined ? {} : { pairingWindow: numberOr(window) }),
  };
}

function addressesOf(pairs: readonly string[]): Given {
  const addresses: Record<string, string[]> = {};
  for (const pair of pairs) {
    const [id, list] = split(pair, '--interface-address takes ENI=ADDRESS[,ADDRESS …]');
    addresses[id] = [...(addresses[id] ?? []), ...list.split(',')];
  }
  return addresses;
}

function boundOf(pairs: readonly string[]): Given {
  const places: Record<string, boolean> = {};
  for (const pair of pairs) {
    const [place, bound] = split(pair, '--acl takes ENI=yes or CIDR=no');
    if (!isPlace(place)) {
      throw usage(
        `--acl takes ENI=yes or CIDR=no, with a range such as 10.0.1.0/24, not "${pair}".`,
      );
    }
    if (bound !== 'yes' && bound !== 'no') throw usage(`--acl takes yes or no, not "${bound}".`);
    const before = Object.keys(places).find(each => isSamePlace(each, place));
    if (before !== undefined && places[before] !== (bound === 'yes')) {
      throw usage(`--acl says both yes and no of "${place}".`);
    }
    places[before ?? place] = bound === 'yes';
  }
  return places;
}

/** Whether two names are of one interface, or two ranges the same, however they are written. */
export function isSamePlace(one: string, other: string): boolean {
  const [range, its] = [parseCidr(one), parseCidr(other)];
  if (!range || !its) return one === other;
  const { bytes, length } = range;
  const isAlike = bytes.length === its.bytes.length && length === its.length;
  return isAlike && sharePrefix(bytes, its.bytes, length);
}

function timeoutsOf(pairs: readonly string[]): Given {
  return Object.fromEntries(
    pairs.map(pair => {
      const [protocol, seconds] = split(pair, '--timeout takes tcp=SECONDS, udp or icmp');
      return [protocol, numberOr(seconds)];
    }),
  );
}

/** A number in digits; any other text as it is, to be told what is wrong with. */
const numberOr = (text: string): number | string => (/^\d+$/.test(text) ? Number(text) : text);

function split(pair: string, takes: string): [string, string] {
  const [, name, value] = /^([^=]+)=(.+)$/.exec(pair) ?? [];
  if (name === undefined || value === undefined) throw usage(`${takes}, not "${pair}".`);
  return [name, value];
}

function usage(sentence: string): UsageError {
  return new UsageError(sentence, 'explain');
}
