import type { Field } from '../layouts/fields';
import { parseAddress, type Address } from './address';
import type { CoreFieldName } from '../layouts/fields';
import type { RecordView } from './recordView';

/** How logs write that there is no value. */
export const ABSENT = '-';

export type Action = 'ACCEPT' | 'REJECT';
export type LogStatus = 'OK' | 'NODATA' | 'SKIPDATA';

/** Numbers with more digits may not be whole as numbers of JavaScript. */
export const MOST_DIGITS = 15;

/** The integer that a text spells in plain digits without a leading zero, or undefined. */
export function parseInteger(text: string, most = Number.MAX_SAFE_INTEGER): number | undefined {
  const { length } = text;
  if (length === 0 || length > MOST_DIGITS) return undefined;
  let value = 0;
  for (let i = 0; i < length; i++) {
    const digit = text.charCodeAt(i) - 0x30;
    if (digit < 0 || digit > 9 || (digit === 0 && i === 0 && length > 1)) return undefined;
    value = value * 10 + digit;
  }
  return value <= most ? value : undefined;
}

/** Whether a text is a whole number without a leading zero, of any size. */
export const isWhole = (text: string): boolean => /^[1-9]\d*$/.test(text);

export const MOST_PORT = 65_535;
export const MOST_PROTOCOL = 255;
/** Unix seconds fit 32 bits until 2106. */
export const MOST_TIME = 4_294_967_295;

/** Shapes of account ids: Tencent APPID, AWS (12), Alibaba (16), Huawei (32 hex). */
export const ACCOUNT_SHAPE = /^(?:\d{1,20}|[0-9a-f]{32}|[0-9A-F]{32}|unknown)$/;
/** Versions like those that the documents show: `2`, `V1`, `0001_0001`. */
export const VERSION_SHAPE = /^(?:V?\d+|\d{4}_\d{4})$/;

/** Whether a text is a value that the field may have, absent marks aside. */
export function isValueOf(field: Field, text: string): boolean {
  switch (field.kind) {
    case 'address':
      return parseAddress(text) !== undefined;
    case 'port':
      return parseInteger(text, MOST_PORT) !== undefined;
    case 'protocol':
      return parseInteger(text, MOST_PROTOCOL) !== undefined;
    case 'tcp-flags':
      return parseInteger(text, 255) !== undefined;
    case 'count':
      return parseInteger(text) !== undefined;
    case 'time':
      return parseInteger(text, MOST_TIME) !== undefined;
    case 'action':
      return text === 'ACCEPT' || text === 'REJECT';
    case 'log-status':
      return text === 'OK' || text === 'NODATA' || text === 'SKIPDATA';
    case 'account':
      return ACCOUNT_SHAPE.test(text);
    default:
      return text !== '' && text !== ABSENT;
  }
}

/** The number in a field of a record, if it has a legal one. */
export function numberIn(record: RecordView, name: CoreFieldName): number | undefined {
  const value = record.value(name);
  return value && isValueOf(value.field, value.text) ? Number(value.text) : undefined;
}

/** The address in a field of a record, if it has a legal one. */
export function addressIn(record: RecordView, name: CoreFieldName): Address | undefined {
  const value = record.value(name);
  return value && parseAddress(value.text);
}

/** The record's action, if it has a legal one. */
export function actionOf(record: RecordView): Action | undefined {
  const text = record.value('action')?.text;
  return text === 'ACCEPT' || text === 'REJECT' ? text : undefined;
}

/** The record's log-status, if it has a legal one. */
export function logStatusOf(record: RecordView): LogStatus | undefined {
  const text = record.value('log-status')?.text;
  return text === 'OK' || text === 'NODATA' || text === 'SKIPDATA' ? text : undefined;
}

/** Whether the record says that nothing was recorded for its window. */
export function reportsNoData(record: RecordView): boolean {
  const status = logStatusOf(record);
  return status === 'NODATA' || status === 'SKIPDATA';
}
