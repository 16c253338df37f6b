import { ABSENT } from '../record/readValue';
import { isKnownRegion } from '../tables/regions';
import { onValue, shown } from './findings';
import { ccn } from './sampleLines';
import type { ValueRule } from './rule';

export const regionUnknown: ValueRule = {
  code: 'region-unknown',
  scope: 'value',
  severity: 'hint',
  title: 'Region not on the list',
  why: 'The list of regions grows, so this may well be a new one; it may also be a typing mistake.',
  bad: [ccn({ srcregionid: 'ap-atlantis' })],
  good: [ccn(), ccn({ srcregionid: '1' })],
  check(value) {
    const { field, text } = value;
    if (field.kind !== 'region' || text === ABSENT || isKnownRegion(text)) return undefined;
    return onValue(
      value,
      `${shown(text)} is not on the list of regions. The list grows; check the spelling.`,
    );
  },
};
