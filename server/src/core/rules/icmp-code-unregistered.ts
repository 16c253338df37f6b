import { mayBeTencent } from '../explain/cloud';
import { numberIn, reportsNoData } from '../record/readValue';
import { isRegisteredIcmp } from '../tables/icmp';
import { onPair } from './findings';
import { eni } from './sampleLines';
import type { RecordRule } from './rule';

export const icmpCodeUnregistered: RecordRule = {
  code: 'icmp-code-unregistered',
  scope: 'record',
  ofValues: true,
  severity: 'information',
  title: 'ICMP type and code without a meaning',
  why: 'dstport holds type × 256 + code for ICMP in Tencent Cloud’s logs. IANA knows no meaning for this pair; if the bytes are swapped it may have one, which the hover shows.',
  bad: [
    eni({ protocol: '1', srcport: '7', dstport: '65280' }),
    eni({ protocol: '1', srcport: '7', dstport: '8' }),
  ],
  good: [
    eni({ protocol: '1', srcport: '7', dstport: '2048' }),
    eni({ protocol: '1', srcport: '0', dstport: '0' }),
  ],
  check(record, { icmpOrder }) {
    const protocol = numberIn(record, 'protocol');
    const port = numberIn(record, 'dstport');
    if ((protocol !== 1 && protocol !== 58) || port === undefined || reportsNoData(record))
      return [];
    if ((port === 0 && !numberIn(record, 'srcport')) || !mayBeTencent(record)) return [];
    const high = port >>> 8;
    const low = port & 255;
    if (isRegisteredIcmp(protocol, high, low)) return [];
    const swapped = isRegisteredIcmp(protocol, low, high);
    // What is registered as documented is fast to accept, in whichever order the user has them read.
    if (swapped && icmpOrder === 'type-low') return [];
    const hint = swapped
      ? ` With the bytes swapped it is type ${low}, code ${high}, which is registered.`
      : '';
    const [type, code] = icmpOrder === 'type-low' ? [low, high] : [high, low];
    const message = `${port} is type ${type}, code ${code}, which IANA does not know.${hint}`;
    return onPair(record, 'dstport', message);
  },
};
