import { fieldNamed, type Field } from '../layouts/fields';
import { splitKey } from '../layouts/keyValue';
import type { RecordView, StrayToken } from '../record/recordView';
import { nearest } from './nearest';

/** What a token of a key:value record, whose key is none, was most likely meant to be. */
export interface MeantKey {
  readonly field: Field;
  /** The token as it should be. */
  readonly text: string;
}

const DASHES = /[\u2010-\u2015\u2212\ufe63\uff0d]/g;

/** The field that a stray token of a key:value record was meant to give, if that can be told. */
export function meantKey({ reason, text }: StrayToken, record: RecordView): MeantKey | undefined {
  if (reason !== 'no-key' && reason !== 'unknown-key') return undefined;
  const plain = text.normalize('NFKC').replace(DASHES, '-');
  const equals = /^([\w-]+)=(.+)$/.exec(plain);
  const split = equals ? { key: equals[1]!, value: equals[2]! } : splitValue(plain);
  if (!split) return undefined;
  const wanted = new Map(record.missing.map(({ field }) => [field.name, field]));
  const exact = fieldNamed(split.key);
  const name = exact && wanted.has(exact.name) ? exact.name : nearest(split.key, wanted.keys());
  const field = name === undefined ? undefined : wanted.get(name);
  return field && { field, text: `${field.name}:${split.value}` };
}

function splitValue(token: string): { key: string; value: string } | undefined {
  const split = splitKey(token);
  return split && { key: split.key, value: token.slice(split.valueAt) };
}
