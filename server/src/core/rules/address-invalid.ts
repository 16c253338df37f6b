import { parseAddress } from '../record/address';
import { ABSENT } from '../record/readValue';
import { addressFault } from './addressFault';
import { onValue, replaced, shown } from './findings';
import { eni } from './sampleLines';
import type { ValueRule } from './rule';

export const addressInvalid: ValueRule = {
  code: 'address-invalid',
  scope: 'value',
  severity: 'error',
  title: 'Not an IP address',
  why: 'The value is neither an IPv4 address of four decimal octets without leading zeros nor an IPv6 address; strict readers refuse it, lenient ones may take it for another address.',
  bad: [
    eni({ srcaddr: '192.0.2.256' }),
    eni({ srcaddr: '192.0.2.010' }),
    eni({ dstaddr: '10.0.1.5:443' }),
    eni({ dstaddr: '10.0.1.5/32' }),
  ],
  good: [eni(), eni({ srcaddr: '2001:db8::1', dstaddr: '2001:db8::2' })],
  check(value, record) {
    const { field, text } = value;
    if (field.kind !== 'address' || text === ABSENT || parseAddress(text)) return undefined;
    const fault = addressFault(text);
    const message = `${shown(text)} in ${field.name} is no IP address: ${fault.reason}.`;
    // Where a column is missing, the port in it may be what stands nowhere else.
    const losesPort = fault.hasPort === true && record.missing.length > 0;
    return fault.fixed && !losesPort && parseAddress(fault.fixed)
      ? replaced(value, message, fault.fixed)
      : onValue(value, message);
  },
};
