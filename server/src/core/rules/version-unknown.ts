import { ABSENT, VERSION_SHAPE } from '../record/readValue';
import { onValue, shown } from './findings';
import { eni } from './sampleLines';
import type { ValueRule } from './rule';

export const versionUnknown: ValueRule = {
  code: 'version-unknown',
  scope: 'value',
  severity: 'information',
  title: 'Version not seen before',
  why: 'The documents show the versions 2, V1 and 0001_0001 and list no others. A new one may bring other columns.',
  bad: [eni({ version: '2.1' })],
  good: [eni(), eni({ version: 'V1' }), eni({ version: 'V12345' }), eni({ version: '0001_0001' })],
  check(value) {
    const { field, text } = value;
    if (field.kind !== 'version' || text === ABSENT || VERSION_SHAPE.test(text)) return undefined;
    return onValue(
      value,
      `Version ${shown(text)} is none of those that the documents show: 2, V1, 0001_0001.`,
    );
  },
};
