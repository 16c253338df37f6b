import type { Field, FieldKind } from '../layouts/fields';
import { ABSENT, isValueOf, parseInteger, VERSION_SHAPE } from './readValue';

/** A value that fits its column this well or better counts as recognised. */
export const FITS = 1;
/** What leaving out a column or a token costs in an alignment. */
export const GAP = 2;
/** What a value of an altogether different kind costs: less than leaving out both. */
const WRONG = 3;

const COMMON_PROTOCOLS = new Set([1, 6, 17, 58]);
/** Addresses, and what people and programs make of them: an octet short, a port or prefix added. */
const ADDRESS_SHAPE =
  /^"?(?:\d{1,5}(?:\.\w{1,5}){2,5}(?:[:/]\d+)?|[\da-f]{0,5}(?::[\da-f]{0,5}){2,9}(?:[.\d]*)(?:[%/]\w+)?)"?$/i;
const INTERFACE_SHAPE = /^(?:eni|nat|dcg|intranat|vpngw|ins|havip)-\w+$/i;
const UUID_SHAPE = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
const CCN_SHAPE = /^ccn-\w+$/i;
const ACTION_SHAPE = /^"?(?:ACCEPT|REJECT)"?$/i;
const STATUS_SHAPE = /^"?(?:OK|NODATA|SKIPDATA)"?$/i;
const TIME_SHAPE = /^\d{9,13}$/;
const TELLING_SHAPES = [
  ...[TIME_SHAPE, ADDRESS_SHAPE, ACTION_SHAPE, STATUS_SHAPE],
  ...[INTERFACE_SHAPE, UUID_SHAPE, CCN_SHAPE],
];

const NUMBERED = /^\d[\d,.]*$/;

/** Kinds whose values can hardly be mistaken for another kind's. */
const TELLING = new Set<FieldKind>(['address', 'interface', 'time', 'action', 'log-status', 'ccn']);

/** How badly a token fits a column: 0 exactly, up to 3 not at all. */
export function misfit(token: string, field: Field): number {
  if (isAbsent(token)) return field.kind === 'text' ? 0.1 : mayBeAbsent(field.kind) ? 0.25 : GAP;
  switch (field.kind) {
    case 'version':
      if (/^(?:V?\d{1,2}|\d{4}_\d{4})$/i.test(token)) return 0;
      return VERSION_SHAPE.test(token) ? 0.9 : token.length < 8 ? 1.5 : WRONG;
    case 'account':
      if (isValueOf(field, token)) return /^\d{1,7}$/.test(token) ? 0.9 : 0;
      return token.length > 7 ? 1.5 : 2.5;
    case 'interface':
      return INTERFACE_SHAPE.test(token) || UUID_SHAPE.test(token) ? 0 : WRONG;
    case 'address':
      if (!ADDRESS_SHAPE.test(token)) return WRONG;
      return isValueOf(field, token) ? 0 : 0.8;
    case 'port':
      return numeric(token, 65_535);
    case 'protocol':
      return COMMON_PROTOCOLS.has(parseInteger(token) ?? -1) ? 0 : numeric(token, 255) + 0.3;
    case 'tcp-flags':
      return numeric(token, 255);
    case 'count':
      return token === '-1' ? 0 : /^\d{10}$/.test(token) ? 0.3 : numeric(token, Infinity);
    case 'time':
      return /^1\d{9}$/.test(token) ? 0 : TIME_SHAPE.test(token) ? 0.3 : numeric(token, 0);
    case 'action':
      return ACTION_SHAPE.test(token) ? 0 : /^[A-Za-z]{4,7}$/.test(token) ? 1.5 : WRONG;
    case 'log-status':
      return STATUS_SHAPE.test(token) ? 0 : /^[A-Za-z]{2,8}$/.test(token) ? 1.5 : WRONG;
    case 'ccn':
      return CCN_SHAPE.test(token) ? 0 : WRONG;
    case 'region':
      return /^[a-z]{2}-[a-z]+(?:-\w+)*$/.test(token) ? 0 : /^\d{1,3}$/.test(token) ? 0.9 : WRONG;
    case 'text':
      return 0.2;
  }
}

/** The hyphen of an absent value, or a dash that was put in its place. */
function isAbsent(token: string): boolean {
  return token === ABSENT || /^[\u2010-\u2015\u2212\ufe63\uff0d]$/.test(token);
}

/** Whether a token fits a column and could hardly have stood in another. */
export function isTelling(token: string, field: Field): boolean {
  return token !== ABSENT && TELLING.has(field.kind) && misfit(token, field) < FITS;
}

/**
 * Whether a token could be telling in some column. Lines of other logs are sorted out by it before
 * anything is set beside columns.
 */
export function mayBeTelling(token: string): boolean {
  return TELLING_SHAPES.some(shape => shape.test(token));
}

function mayBeAbsent(kind: FieldKind): boolean {
  return ['address', 'port', 'protocol', 'count', 'action', 'tcp-flags', 'region'].includes(kind);
}

function numeric(token: string, most: number): number {
  const value = parseInteger(token);
  if (value !== undefined) return value <= most ? 0 : 2.5;
  return NUMBERED.test(token) || /^(?:0x[\da-f]+|"\d+"|[０-９]+)$/i.test(token) ? 0.9 : WRONG;
}
