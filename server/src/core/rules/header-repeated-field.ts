import { fieldNamed } from '../layouts/fields';
import { shown } from './findings';
import type { HeaderRule } from './rule';

export const headerRepeatedField: HeaderRule = {
  code: 'header-repeated-field',
  scope: 'header',
  severity: 'warning',
  title: 'Field named twice in a header',
  why: 'Two columns have the same name; which of them holds the value cannot be told.',
  bad: ['srcaddr dstaddr action srcaddr log-status\n192.0.2.10 10.0.1.5 ACCEPT 192.0.2.10 OK'],
  good: ['srcaddr dstaddr action log-status\n192.0.2.10 10.0.1.5 ACCEPT OK'],
  check(names) {
    const seen = new Set<string>();
    return names.flatMap(({ text, start, end }) => {
      const name = fieldNamed(text)?.name ?? text;
      if (seen.has(name))
        return [{ start, end, message: `${shown(name)} is named twice in this header.` }];
      seen.add(name);
      return [];
    });
  },
};
