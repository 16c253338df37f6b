import { replaced, shown } from './findings';
import { eni } from './sampleLines';
import { protocolNumberOf } from '../tables/protocols';
import type { ValueRule } from './rule';

export const protocolName: ValueRule = {
  code: 'protocol-name',
  scope: 'value',
  severity: 'error',
  title: 'Protocol name for its number',
  why: 'The field holds the number of the protocol in the IANA registry; a name is what other tools print.',
  bad: [eni({ protocol: 'tcp' }), eni({ protocol: 'UDP' })],
  good: [eni()],
  check(value) {
    if (value.field.kind !== 'protocol') return undefined;
    const number = protocolNumberOf(value.text);
    if (number === undefined) return undefined;
    const message = `protocol is a number: ${shown(value.text)} is ${number}.`;
    return replaced(value, message, String(number));
  },
};
