import { readFileSync } from 'node:fs';
import { engineSettings } from '../../../server/src/core/reachability/levels';
import { DEFAULT_OPTIONS, readOptions } from '../../../server/src/core/reachability/options';
import type { ReachabilitySettings } from '../../../server/src/core/reachability/settings';
import type {
  FlowLogSettings,
  ReachabilityOptions,
  RuleLevel,
} from '../../../server/src/core/requests';
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

type Given = Record<string, unknown>;

const ORDERS: readonly FlowLogSettings['icmpByteOrder'][] = ['auto', 'type-high', 'type-low'];
const SECTION = /^flowlog\.(?:reachability\.)?/;

/** The engine's settings, from a file and from options, which go before it. */
export function readNetwork(options: NetworkOptions): ReachabilitySettings {
  const file = options.settings === undefined ? {} : readFile(options.settings);
  const given: Given = { ...file };
  merge(given, 'interfaceAddresses', addressesOf(options['interface-address']));
  merge(given, 'aclBound', boundOf(options.acl));
  merge(given, 'trackingTimeouts', timeoutsOf(options.timeout));
  if (options.subnet.length > 0) given.subnets = [...listOf(given.subnets), ...options.subnet];
  const window = options['pairing-window'];
  if (window !== undefined) given.pairingWindow = Number(window);
  const order = options['icmp-byte-order'] ?? given.icmpByteOrder ?? 'auto';
  if (!isOrder(order)) throw usage(`the byte order of ICMP is one of ${ORDERS.join(', ')}.`);
  const reachability = readOptions(given, (name, takes) => {
    throw usage(`${name} takes ${takes}.`);
  });
  const rules = (given.rules ?? {}) as Readonly<Record<string, RuleLevel>>;
  return engineSettings({ rules, icmpByteOrder: order, reachability });
}

/** Settings by their names, as here or as in the editor's settings.json. */
function readFile(path: string): Given {
  const parsed = parseFile(path);
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw usage(`--settings takes a file with a JSON object, and ${path} holds none.`);
  }
  const known = [...Object.keys(DEFAULT_OPTIONS), 'icmpByteOrder', 'rules'];
  const given: Given = {};
  for (const [key, value] of Object.entries(parsed)) {
    const name = key.replace(SECTION, '');
    if (known.includes(name)) given[name] = value;
    // Other settings of the editor do no harm.
    else if (!key.includes('.')) throw usage(`there is no setting "${key}" (${path}).`);
  }
  return given;
}

function parseFile(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw usage(`the settings in ${path} cannot be read: ${(error as Error).message}.`);
  }
}

function merge(given: Given, name: keyof ReachabilityOptions, values: Given): void {
  if (Object.keys(values).length === 0) return;
  given[name] = { ...(given[name] as Given | undefined), ...values };
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
  return Object.fromEntries(
    pairs.map(pair => {
      const [place, bound] = split(pair, '--acl takes ENI=yes or CIDR=no');
      if (bound !== 'yes' && bound !== 'no') throw usage(`--acl takes yes or no, not "${bound}".`);
      return [place, bound === 'yes'];
    }),
  );
}

function timeoutsOf(pairs: readonly string[]): Given {
  return Object.fromEntries(
    pairs.map(pair => {
      const [protocol, seconds] = split(pair, '--timeout takes tcp=SECONDS, udp or icmp');
      return [protocol, Number(seconds)];
    }),
  );
}

function split(pair: string, takes: string): [string, string] {
  const [, name, value] = /^([^=]+)=(.+)$/.exec(pair) ?? [];
  if (name === undefined || value === undefined) throw usage(`${takes}, not "${pair}".`);
  return [name, value];
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function isOrder(value: unknown): value is FlowLogSettings['icmpByteOrder'] {
  return ORDERS.some(order => order === value);
}

function usage(sentence: string): UsageError {
  return new UsageError(sentence, 'explain');
}
