import type { Field, FieldKind } from '../layouts/fields';
import { charactersOf, HAS } from './characters';
import { parseAddress } from './address';
import { ABSENT, ACCOUNT_SHAPE, parseInteger } from './readValue';

/** A value that fits its column this well or better counts as recognised. */
export const FITS = 1;
/** What leaving out a column or a token costs in an alignment. */
export const GAP = 2;
/** What a value of an altogether different kind costs: less than leaving out both. */
export const WRONG = 3;
/** A reading without gaps is kept below this cost: what one shifted value costs. */
export const MOST_STRAIGHT = 2 * GAP;

const COMMON_PROTOCOLS = new Set([1, 6, 17, 58]);
/** Addresses, and what people and programs make of them: an octet short, a port or prefix added. */
const ADDRESS_SHAPE =
  /^"?(?:\d{1,5}(?:\.\w{1,5}){2,5}(?:[:/]\d+)?|[\da-f]{0,5}(?::[\da-f]{0,5}){2,9}(?:[.\d]*)(?:[%/]\w+)?)"?$/i;
const INTERFACE_SHAPE = /^(?:eni|nat|dcg|intranat|vpngw|ins|havip)-\w+$/i;
const UUID_SHAPE = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
const CCN_SHAPE = /^ccn-\w+$/i;
const ACTION_SHAPE = /^"?(?:ACCEPT|REJECT)"?$/i;
const STATUS_SHAPE = /^"?(?:OK|NODATA|SKIPDATA)"?$/i;
const REGION_SHAPE = /^[a-z]{2}-[a-z]+(?:-\w+)*$/;
const NUMBERED_VERSION = /^V?\d{1,4}$/;
const DASH = /^[\u2010-\u2015\u2212\ufe63\uff0d]$/;
const NUMBERED = /^\d[\d,.]*$/;
const OTHER_NUMBER = /^(?:0x[\da-f]+|"\d+"|[\uff10-\uff19]+)$/i;

const TELLING = new Set<FieldKind>(['address', 'interface', 'time', 'action', 'log-status', 'ccn']);
const MAY_BE_ABSENT = new Set<FieldKind>([
  ...(['address', 'port', 'protocol', 'count', 'action', 'tcp-flags', 'region'] as const),
]);

/** How badly a token fits a column: 0 exactly, up to 3 not at all. */
export function misfit(token: string, field: Field): number {
  return misfitOfKind(token, charactersOf(token), field.kind);
}

/** The same for the kind of a column; `held` are the token's characters. */
export function misfitOfKind(token: string, held: number, kind: FieldKind): number {
  if (isAbsent(token)) return kind === 'text' ? 0.1 : MAY_BE_ABSENT.has(kind) ? 0.25 : GAP;
  const { length } = token;
  const isDigits = held === HAS.digit;
  switch (kind) {
    case 'version':
      if (isDigits ? length <= 2 : /^(?:V?\d{1,2}|\d{4}_\d{4})$/i.test(token)) return 0;
      return NUMBERED_VERSION.test(token) ? 0.9 : length < 8 ? 1.5 : WRONG;
    case 'account':
      if (isDigits && length <= 20) return length <= 7 ? 0.9 : 0;
      return ACCOUNT_SHAPE.test(token) ? 0 : length > 7 ? 1.5 : 2.5;
    case 'interface':
      return isInterface(token, held) ? 0 : WRONG;
    case 'address':
      return addressMisfit(token, held);
    case 'port':
      return numeric(token, held, 65_535);
    case 'protocol':
      if (isDigits && COMMON_PROTOCOLS.has(parseInteger(token) ?? -1)) return 0;
      return numeric(token, held, 255) + 0.2;
    case 'tcp-flags':
      return numeric(token, held, 255);
    case 'count':
      if (isDigits && length === 10) return 0.3;
      return token === '-1' ? 0 : numeric(token, held, Infinity);
    case 'time':
      if (!isTime(length, held)) return numeric(token, held, 0);
      return length === 10 && token.startsWith('1') ? 0 : 0.3;
    case 'action':
      if (!(held & HAS.letter)) return WRONG;
      return ACTION_SHAPE.test(token) ? 0 : /^[A-Za-z]{4,7}$/.test(token) ? 1.5 : WRONG;
    case 'log-status':
      if (!(held & HAS.letter)) return WRONG;
      return STATUS_SHAPE.test(token) ? 0 : /^[A-Za-z]{2,8}$/.test(token) ? 1.5 : WRONG;
    case 'ccn':
      return held & HAS.hyphen && CCN_SHAPE.test(token) ? 0 : WRONG;
    case 'region':
      if (isDigits) return length <= 3 ? 0.9 : WRONG;
      return held & HAS.hyphen && REGION_SHAPE.test(token) ? 0 : WRONG;
    case 'text':
      return mayBeTelling(token, held) ? 0.5 : 0.2;
  }
}

/** The hyphen of an absent value, or a dash that was put in its place. */
function isAbsent(token: string): boolean {
  return token.length === 1 && (token === ABSENT || DASH.test(token));
}

/** Whether a token fits a column and could hardly have stood in another. */
export function isTelling(token: string, { kind }: Field): boolean {
  return (
    isTellingKind(kind) && token !== ABSENT && misfitOfKind(token, charactersOf(token), kind) < FITS
  );
}

/** Whether values of a kind can hardly be mistaken for another kind's. */
export function isTellingKind(kind: FieldKind): boolean {
  return TELLING.has(kind);
}

/**
 * Whether a token could be telling in some column. Lines of other logs are sorted out by it before
 * anything is set beside columns.
 */
export function mayBeTelling(token: string, held: number): boolean {
  if (isTime(token.length, held)) return true;
  if (held & (HAS.dot | HAS.colon) && ADDRESS_SHAPE.test(token)) return true;
  if (held & HAS.letter && (ACTION_SHAPE.test(token) || STATUS_SHAPE.test(token))) return true;
  return isInterface(token, held) || (!!(held & HAS.hyphen) && CCN_SHAPE.test(token));
}

function isInterface(token: string, held: number): boolean {
  return !!(held & HAS.hyphen) && (INTERFACE_SHAPE.test(token) || UUID_SHAPE.test(token));
}

/** Nine to thirteen digits: seconds, or milliseconds by mistake. */
function isTime(length: number, held: number): boolean {
  return held === HAS.digit && length >= 9 && length <= 13;
}

function addressMisfit(token: string, held: number): number {
  if (!(held & (HAS.dot | HAS.colon))) return WRONG;
  const isLegal = parseAddress(token) !== undefined;
  // IPv4 has the shape of an address whatever its numbers are.
  if (isLegal && !(held & HAS.colon)) return 0;
  return ADDRESS_SHAPE.test(token) ? (isLegal ? 0 : 0.8) : WRONG;
}

function numeric(token: string, held: number, most: number): number {
  if (held === HAS.digit) {
    const value = parseInteger(token);
    return value === undefined ? 0.9 : value <= most ? 0 : 2.5;
  }
  return NUMBERED.test(token) || OTHER_NUMBER.test(token) ? 0.9 : WRONG;
}
