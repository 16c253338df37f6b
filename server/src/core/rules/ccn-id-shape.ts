import { ABSENT } from '../record/readValue';
import { isOrdinaryCcn } from '../scan/shapes';
import { onValue, shown } from './findings';
import { ccn } from './sampleLines';
import type { ValueRule } from './rule';

export const ccnIdShape: ValueRule = {
  code: 'ccn-id-shape',
  scope: 'value',
  severity: 'warning',
  title: 'Unusual CCN id',
  why: 'Ids of Cloud Connect Networks are ccn- and eight letters or digits. Another length may be a cut or a typed id.',
  bad: [ccn({ 'ccn-id': 'ccn-a1b2' })],
  good: [ccn()],
  check(value) {
    const { field, text } = value;
    if (field.kind !== 'ccn' || text === ABSENT || isOrdinaryCcn(text)) return undefined;
    return onValue(
      value,
      `${shown(text)} does not look like a CCN id: ccn- and eight letters or digits.`,
    );
  },
};
