import { fieldNamed } from '../layouts/fields';
import { shown } from './findings';
import type { HeaderRule } from './rule';

export const headerUnknownField: HeaderRule = {
  code: 'header-unknown-field',
  scope: 'header',
  severity: 'hint',
  title: 'Unknown field in a header',
  why: 'No known flow log has a field of this name. Its column is kept as text; check the spelling if a known field was meant.',
  bad: ['srcaddr dstaddr action colour log-status\n192.0.2.10 10.0.1.5 ACCEPT red OK'],
  good: ['srcaddr dstaddr action log-status\n192.0.2.10 10.0.1.5 ACCEPT OK'],
  check(names) {
    return names
      .filter(({ text }) => !fieldNamed(text))
      .map(({ text, start, end }) => ({
        start,
        end,
        message: `No known field is called ${shown(text)}. Its column is kept as text.`,
      }));
  },
};
