import { isIPv4, isIPv6 } from 'node:net';

/** The columns of the positional forms, as the documents list them. */
export const POSITIONAL: Readonly<Record<string, readonly string[]>> = {
  eni: 'version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status'.split(
    ' ',
  ),
  'ccn-a':
    'srcaddr dstregionid dstport start dstaddr version packets ccn-id protocol srcregionid bytes action region-id srcport end log-status'.split(
      ' ',
    ),
  'ccn-b':
    'version region-id ccn-id srcaddr dstaddr srcport dstport protocol srcregionid dstregionid packets bytes start end action log-status'.split(
      ' ',
    ),
};

const NUMBER = /^(0|[1-9]\d{0,14})$/;

function number(most: number): (text: string) => boolean {
  return text => NUMBER.test(text) && Number(text) <= most;
}

/** Unix seconds, which fit 32 bits until 2106. */
function isTime(text: string): boolean {
  return /^\d{9,10}$/.test(text) && number(4_294_967_295)(text);
}

function isAddress(text: string): boolean {
  return isIPv4(text) || (isIPv6(text) && !text.includes('%'));
}

function isPlainText(text: string): boolean {
  return /^[!-~]+$/.test(text) && !/["']/.test(text);
}

const UUID = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const INTERFACE = new RegExp(`^((eni|nat|dcg|intranat)-[a-z0-9]+|${UUID})$`);
const REGION = /^([a-z]{2}-[a-z]+(-[a-z0-9]+)*|\d{1,3})$/;

/** What a value has to be to be legal. */
const LEGAL: Readonly<Record<string, (text: string) => boolean>> = {
  version: text => /^(V?\d{1,4}|\d{4}_\d{4})$/.test(text),
  'account-id': text => /^(\d{1,20}|[0-9a-f]{32}|unknown)$/.test(text),
  'interface-id': text => INTERFACE.test(text),
  srcaddr: isAddress,
  dstaddr: isAddress,
  srcport: number(65_535),
  dstport: number(65_535),
  protocol: number(255),
  packets: number(Number.MAX_SAFE_INTEGER),
  bytes: number(Number.MAX_SAFE_INTEGER),
  start: isTime,
  end: isTime,
  action: text => /^(ACCEPT|REJECT)$/.test(text),
  'log-status': text => /^(OK|NODATA|SKIPDATA)$/.test(text),
  'ccn-id': text => /^ccn-[a-z0-9]+$/.test(text),
  'region-id': text => REGION.test(text),
  srcregionid: text => REGION.test(text),
  dstregionid: text => REGION.test(text),
  'tcp-flags': number(255),
  'pkt-srcaddr': isAddress,
  'vpc-id': isPlainText,
  'az-id': isPlainText,
  'flow-direction': isPlainText,
};

const ALIASES: Readonly<Record<string, string>> = {
  ccnid: 'ccn-id',
  srcregion: 'srcregionid',
  dstregion: 'dstregionid',
};

const MAY_BE_ABSENT = new Set([
  ...['srcaddr', 'dstaddr', 'srcport', 'dstport', 'protocol', 'packets', 'bytes', 'action'],
  ...['srcregionid', 'dstregionid', 'tcp-flags', 'pkt-srcaddr', 'vpc-id', 'az-id'],
  'flow-direction',
]);

/** The canonical name of a field; undefined if it is none. */
export function fieldOf(name: string): string | undefined {
  const dashed = name.replaceAll('_', '-');
  const canonical = ALIASES[dashed] ?? dashed;
  return canonical in LEGAL ? canonical : undefined;
}

/** Whether a token stands for a value of a field or for the lack of one. */
export function isValue(field: string, token: string): boolean {
  if (token === '-') return MAY_BE_ABSENT.has(field);
  if (token === '-1') return field === 'packets' || field === 'bytes';
  return LEGAL[field]?.(token) ?? false;
}
