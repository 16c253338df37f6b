import { numberIn, reportsNoData } from '../record/readValue';
import { onPair } from './findings';
import { eni } from './sampleLines';
import type { RecordRule } from './rule';

export const portZero: RecordRule = {
  code: 'port-zero',
  scope: 'record',
  ofValues: true,
  severity: 'information',
  title: 'Port 0',
  why: 'TCP and UDP do not use port 0. Later fragments of a datagram carry no ports and may be recorded like this; scanners send it too.',
  bad: [eni({ dstport: '0' })],
  good: [eni()],
  check(record) {
    const protocol = numberIn(record, 'protocol');
    if (protocol !== 6 && protocol !== 17) return [];
    if (reportsNoData(record)) return [];
    return (['srcport', 'dstport'] as const).flatMap(name =>
      numberIn(record, name) === 0
        ? onPair(
            record,
            name,
            `${name} is 0, which ${protocol === 6 ? 'TCP' : 'UDP'} does not use; later fragments are recorded like this.`,
          )
        : [],
    );
  },
};
