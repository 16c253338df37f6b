import { readFileSync } from 'node:fs';
import { engineSettings } from '../../../server/src/core/reachability/levels';
import {
  DEFAULT_OPTIONS,
  LONGEST_TIMEOUT,
  LONGEST_WINDOW,
  readOptions,
} from '../../../server/src/core/reachability/options';
import type { ReachabilitySettings } from '../../../server/src/core/reachability/settings';
import type {
  FlowLogSettings,
  ReachabilityOptions,
  RuleLevel,
} from '../../../server/src/core/requests';
import { UsageError } from '../usageError';
import { givenBy, isSamePlace, type Given, type NetworkOptions } from './networkOptions';

const ORDERS: readonly FlowLogSettings['icmpByteOrder'][] = ['auto', 'type-high', 'type-low'];
const SECTION = /^flowlog\.(?:reachability\.)?/;

/** What each option takes, and the setting that it stands for. */
const OPTIONS: Readonly<Record<keyof ReachabilityOptions, readonly [name: string, takes: string]>> =
  {
    interfaceAddresses: ['--interface-address', 'ENI=ADDRESS[,ADDRESS …] with IP addresses'],
    subnets: ['--subnet', 'a range such as 10.0.1.0/24'],
    aclBound: ['--acl', 'ENI=yes or CIDR=no, with a range such as 10.0.1.0/24'],
    trackingTimeouts: [
      '--timeout',
      `tcp=SECONDS, udp or icmp, with ${LONGEST_TIMEOUT} seconds at most`,
    ],
    pairingWindow: ['--pairing-window', `seconds, ${LONGEST_WINDOW} at most`],
  };

/** The engine's settings, from a file and from options, which go before it. */
export function readNetwork(options: NetworkOptions): ReachabilitySettings {
  const file = options.settings === undefined ? {} : readFile(options.settings);
  const given = givenBy(options);
  readOptions(file, (name, takes, value) => {
    throw usage(`${name} takes ${takes}, not "${value}".`);
  });
  readOptions(given, (name, _, value) => {
    const [option, takes] = OPTIONS[name];
    throw usage(`${option} takes ${takes}, not "${value}".`);
  });
  const order = options['icmp-byte-order'] ?? file.icmpByteOrder ?? 'auto';
  if (!isOrder(order)) throw usage(`the byte order of ICMP is one of ${ORDERS.join(', ')}.`);
  const rules = (file.rules ?? {}) as Readonly<Record<string, RuleLevel>>;
  const reachability = readOptions(merged(file, given));
  return engineSettings({ rules, icmpByteOrder: order, reachability });
}

/** Of what both give entry by entry, those of the options go before. */
function merged(file: Given, given: Given): Given {
  const all: Given = { ...file, ...given };
  for (const name of ['interfaceAddresses', 'trackingTimeouts']) {
    all[name] = { ...(file[name] as Given | undefined), ...(given[name] as Given | undefined) };
  }
  // A range that an option spells otherwise is the same.
  const [bound, asked] = [file.aclBound ?? {}, given.aclBound ?? {}] as [Given, Given];
  const isOverruled = (place: string) =>
    Object.keys(asked).some(option => isSamePlace(option, place));
  const left = Object.entries(bound).filter(([place]) => !isOverruled(place));
  all.aclBound = { ...Object.fromEntries(left), ...asked };
  all.subnets = [...listOf(file.subnets), ...listOf(given.subnets)];
  return all;
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

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function isOrder(value: unknown): value is FlowLogSettings['icmpByteOrder'] {
  return ORDERS.some(order => order === value);
}

function usage(sentence: string): UsageError {
  return new UsageError(sentence, 'explain');
}
