import { ABSENT } from '../record/readValue';
import { isOrdinaryInterface } from '../scan/shapes';
import { onValue, shown } from './findings';
import { eni } from './sampleLines';
import type { ValueRule } from './rule';

export const interfaceIdShape: ValueRule = {
  code: 'interface-id-shape',
  scope: 'value',
  severity: 'warning',
  title: 'Unusual interface id',
  why: 'Ids are a prefix and eight letters or digits, as eni-a1b2c3d4; other clouds use 17 hexadecimal digits, some 20 letters and digits, or a UUID. Another length may be a cut or a typed id.',
  bad: [eni({ 'interface-id': 'eni-a1b2c3' })],
  good: [eni(), eni({ 'interface-id': 'nat-a1b2c3d4' })],
  check(value) {
    const { field, text } = value;
    if (field.kind !== 'interface' || text === ABSENT || isOrdinaryInterface(text))
      return undefined;
    const lower = text.toLowerCase();
    const prefix = /^(?:nat|dcg|intranat)-/.exec(lower)?.[0] ?? 'eni-';
    const expected = isOrdinaryInterface(lower)
      ? 'it has capital letters'
      : `${prefix} and eight letters or digits${prefix === 'eni-' ? ', on AWS 17 hexadecimal digits' : ''}`;
    return onValue(value, `${shown(text)} does not look like an interface id: ${expected}.`);
  },
};
