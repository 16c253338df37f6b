import {
  explainTable,
  type ExplainLimits,
} from '../../../server/src/core/reachability/explainTable';
import {
  conversationOf,
  type ConversationAt,
  type NoConversation,
} from '../../../server/src/core/reachability/conversationOf';
import type { Findings } from '../../../server/src/core/reachability/findings';
import type { ReachabilitySettings } from '../../../server/src/core/reachability/settings';
import type { Story } from '../../../server/src/core/reachability/story';
import { readTable, type FlowTable } from '../../../server/src/core/table/flowTable';
import { finish } from '../../support/checkLog';

/** A column that logs have whose records in short name it. */
interface Optional {
  readonly sign: string;
  readonly group: string;
  readonly field: string;
}

const OPTIONAL: readonly Optional[] = [
  { sign: ' flags=', group: 'flags', field: 'tcp-flags' },
  { sign: ' dir=', group: 'direction', field: 'flow-direction' },
];

/** Second 0 of a log written in short: 2023-11-14T22:13:00Z. */
export const EPOCH = 1_699_999_980;

const HEADER =
  'version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status';
const PROTOCOLS: Readonly<Record<string, number>> = {
  tcp: 6,
  udp: 17,
  icmp: 1,
  icmp6: 58,
  gre: 47,
  sctp: 132,
};
const SHORT =
  /^(?<start>-?\d+)(?:\+(?<length>\d+))? (?:(?<status>NODATA|SKIPDATA)|(?<source>\S+) > (?<destination>\S+) (?<protocol>[a-z0-9]+)(?:\((?<icmp>[^)]*)\))? (?<action>ACCEPT|REJECT|accept)(?: (?<packets>\d+)p(?: (?<bytes>\d+)b)?)?(?: flags=(?<flags>\d+))?(?: dir=(?<direction>\S+))?)(?: @(?<point>\S+))?$/;

/**
 * Records written in short, one a line, as a log. `12+3 203.0.113.9:50000 > 10.0.0.4:22 tcp ACCEPT`
 * starts at second 12 and ends 3 later; behind it may stand `5p` (packets),
 * `5p 260b` (and bytes), `flags=2` (TCP flags), `dir=ingress` (the direction that AWS names)
 * and `@eni-…` or `@ccn-…/source region/destination region`. ICMP has `icmp(type,code,identifier)`,
 * or `icmp` for ports 0 0. `0+60 NODATA` and `0+60 SKIPDATA` stand for themselves, and
 * the action `accept` for one that cannot be read.
 */
export function logOf(short: string): string {
  const lines = short
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '' && !line.startsWith('#'));
  const more = OPTIONAL.filter(({ sign }) => short.includes(sign));
  return [
    ...(more.length > 0 ? [[HEADER, ...more.map(({ field }) => field)].join(' ')] : []),
    ...lines.map(line => longLine(line, more)),
  ].join('\n');
}

function longLine(line: string, more: readonly Optional[]): string {
  const parts = SHORT.exec(line)?.groups;
  if (!parts) throw new Error(`not a record in short: ${line}`);
  const start = EPOCH + Number(parts['start']);
  const end = start + Number(parts['length'] ?? 0);
  const point = parts['point'] ?? 'eni-lq6mkcis';
  const flags = more.map(({ group }) => ` ${parts[group] ?? '-'}`).join('');
  if (parts['status']) {
    const { status } = parts;
    if (!point.startsWith('ccn-')) {
      return `2 1251762227 ${point} - - - - - - - ${start} ${end} - ${status}${flags}`;
    }
    const [region, ccn, from, to] = ccnIds(point);
    return `2 ${region} ${ccn} - - - - - ${from} ${to} - - ${start} ${end} - ${status}`;
  }
  const [source, sourcePort] = splitEnd(parts['source']!);
  const [destination, destinationPort] = splitEnd(parts['destination']!);
  const protocol = PROTOCOLS[parts['protocol']!] ?? Number(parts['protocol']);
  const icmp = parts['icmp']?.split(',').map(Number);
  const ports = icmp
    ? `${icmp[2] ?? 0} ${icmp[0]! * 256 + (icmp[1] ?? 0)}`
    : `${sourcePort} ${destinationPort}`;
  const packets = Number(parts['packets'] ?? 3);
  const bytes = Number(parts['bytes'] ?? packets * 60);
  const tail = `${packets} ${bytes} ${start} ${end} ${parts['action']} OK`;
  if (!point.startsWith('ccn-')) {
    return `2 1251762227 ${point} ${source} ${destination} ${ports} ${protocol} ${tail}${flags}`;
  }
  const [region, ccn, from, to] = ccnIds(point);
  const shown = protocol === 6 || protocol === 17 ? ports : '- -';
  const [counts, rest] = [`${packets} ${bytes}`, `${start} ${end} ${parts['action']} OK`];
  return `2 ${region} ${ccn} ${source} ${destination} ${shown} ${protocol} ${from} ${to} ${counts} ${rest}`;
}

function ccnIds(point: string): [region: string, ccn: string, from: string, to: string] {
  const [ccn = '', from = 'ap-guangzhou', to = 'ap-singapore'] = point.split('/');
  return ['ap-guangzhou', ccn, from, to];
}

function splitEnd(text: string): [address: string, port: string] {
  const v6 = /^\[(.*)\](?::(\S+))?$/.exec(text);
  if (v6) return [v6[1]!, v6[2] ?? '0'];
  const [address = '', port = '0'] = text.split(':');
  return [address, port];
}

export function tableOf(log: string, size?: number): FlowTable {
  return readTable(
    new TextEncoder().encode(log),
    4_000_000_000,
    size === undefined ? {} : { size },
  );
}

/** What a log tells. */
export function findingsOf(
  log: string,
  settings: Partial<ReachabilitySettings> = {},
  limits: Partial<ExplainLimits> = {},
  size?: number,
): Findings {
  return finish(explainTable(tableOf(log, size), settings, limits));
}

/** The conversation of the record at a line of a table, from 0. */
export function conversationAt(
  table: FlowTable,
  line: number,
  settings: Partial<ReachabilitySettings> = {},
): ConversationAt | NoConversation {
  return finish(conversationOf(table, line, settings));
}

/** The stories of a log written in short. */
export function storiesOf(short: string, settings: Partial<ReachabilitySettings> = {}): Story[] {
  return [...findingsOf(logOf(short), settings).stories()];
}

/** The one story of a log written in short that has a code. */
export function storyWith(
  code: Story['code'],
  short: string,
  settings: Partial<ReachabilitySettings> = {},
): Story {
  const found = storiesOf(short, settings).filter(story => story.code === code);
  if (found.length !== 1) {
    const all = storiesOf(short, settings).map(story => `${story.code}: ${story.summary}`);
    throw new Error(`${found.length} stories of ${code} among:\n${all.join('\n')}`);
  }
  return found[0]!;
}

/** The story of the conversation that a record (from 1) of a log written in short belongs to. */
export function storyAt(
  record: number,
  short: string,
  settings: Partial<ReachabilitySettings> = {},
): Story {
  const log = logOf(short);
  const found = conversationAt(tableOf(log), record - (log.startsWith(HEADER) ? 0 : 1), settings);
  if (found.kind === 'none') throw new Error(found.reason);
  return found.story;
}

/** A story as a reader gets it, for golden texts. */
export function textOf(story: Story): string {
  const lines = (title: string, { lines: list, leftOut }: Story['request']) =>
    list.length === 0
      ? []
      : [
          `${title}: line ${list.map(line => line + 1).join(', ')}${leftOut > 0 ? ` and ${leftOut} more` : ''}`,
        ];
  const block = (title: string, items: readonly string[]) => items.map(item => `${title}: ${item}`);
  return [
    `${story.code} (${story.certainty}, layer ${story.layer}, direction ${story.direction})`,
    story.summary,
    ...block('Evidence', story.evidence),
    ...lines('Request', story.request),
    ...lines('Reply', story.reply),
    ...block('Proves', [story.proves]),
    ...block('Does not prove', [story.doesNotProve]),
    ...block('Assumes', story.assumptions),
    ...block('Next', [story.nextCheck]),
  ].join('\n');
}
