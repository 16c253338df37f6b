import type { LogStatus } from '../record/readValue';
import type { RecordView } from '../record/recordView';
import { contradictions, isDataField, isLeftOut } from '../rules/dataFields';
import { cloudOf, mayBeTencent } from './cloud';
import type { Explanation } from './explanation';
import type { Subject } from './subject';

/** What a log-status says about the data that is in the record, and about the data that is not. */
export function explainLogStatus({ record, value }: Subject): Explanation {
  return STATUSES[value.text as LogStatus](record);
}

const STATUSES: Readonly<Record<LogStatus, (record: RecordView) => Explanation>> = {
  OK: record => ({
    headline: 'OK – this record was written normally',
    details: [
      ...(contradictions(record) === undefined
        ? []
        : ['Yet the record leaves out what records of traffic have: one or the other is wrong.']),
      'About the record, not the traffic: whether it passed is the action’s to say.',
      'Does not promise that no other record of the window is missing.',
    ],
  }),
  NODATA: record => ({
    headline: 'NODATA – no traffic to record in this window',
    details: [
      record.values.some(value => isDataField(value) && !isLeftOut(value))
        ? 'Yet this record has values that records without data leave out: one or the other is wrong.'
        : 'A legal record: addresses, ports, protocol, counts and action are absent (- or -1).',
      `Traffic that is never collected${neverCollected(record)} may still have flowed.`,
      'So may the other kind, if the flow log collects only ACCEPT or only REJECT.',
    ],
  }),
  SKIPDATA: record => ({
    headline: 'SKIPDATA – records of this window were skipped',
    details: [
      'Caused by a capacity limit or an internal error of the log service.',
      'Traffic may have flowed: that a record is missing in this window proves nothing.',
      'How many flows such a line stands for is not recorded.',
      ...(record.observation === 'ccn'
        ? ['The documents of CCN records list only OK and NODATA.']
        : []),
    ],
  }),
};

/** Documented for Tencent Cloud and AWS. */
function neverCollected(record: RecordView): string {
  return mayBeTencent(record) || cloudOf(record) === 'aws'
    ? ' (DHCP, Windows licence activation)'
    : '';
}
