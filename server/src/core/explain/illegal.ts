import type { FieldKind } from '../layouts/fields';
import type { Explanation } from './explanation';
import { factsOf } from './fieldFacts';
import { quoted } from './quoted';
import type { Subject } from './subject';

/** What a value of each kind should have been, after "Not a legal". */
const NOUNS: Readonly<Record<FieldKind, string>> = {
  version: 'version',
  account: 'account id',
  interface: 'interface id',
  address: 'IP address',
  port: 'port',
  protocol: 'protocol number',
  count: 'count',
  time: 'time',
  action: 'action',
  'log-status': 'log-status',
  ccn: 'CCN id',
  region: 'region',
  'tcp-flags': 'TCP flags value',
  text: 'value',
};

/** Says that a value is none; what it may have been meant as is the diagnostic's to say. */
export function explainIllegal({ record, value }: Subject): Explanation {
  const details = [`Legal: ${factsOf(value.field, record.observation).legal}.`];
  if (value.text === '') return { headline: `No value for ${value.field.name}`, details };
  return { headline: `Not a legal ${NOUNS[value.field.kind]}: ${quoted(value.text)}`, details };
}
