import { sameAddress } from '../record/address';
import { notUnicast } from '../record/notUnicast';
import { addressIn, reportsNoData } from '../record/readValue';
import { onPair } from './findings';
import { eni } from './sampleLines';
import type { RecordRule } from './rule';

export const sameSourceAndDestination: RecordRule = {
  code: 'same-source-and-destination',
  scope: 'record',
  ofValues: true,
  severity: 'information',
  title: 'Source and destination alike',
  why: 'A host does not send itself packets over an interface. Such packets are forged (a “land” attack), or a column was copied.',
  bad: [eni({ srcaddr: '10.0.1.5' })],
  good: [eni()],
  check(record) {
    const source = addressIn(record, 'srcaddr');
    const destination = addressIn(record, 'dstaddr');
    if (
      !source ||
      !destination ||
      !sameAddress(source, destination) ||
      notUnicast(source) ||
      reportsNoData(record)
    )
      return [];
    return onPair(record, 'dstaddr', 'Source and destination are the same address.');
  },
};
