import { cloudOf } from '../explain/cloud';
import { coreIndex, type FieldKind } from '../layouts/fields';
import { ABSENT, logStatusOf, numberIn } from '../record/readValue';
import type { RecordView } from '../record/recordView';
import { contradictions } from './dataFields';
import { onValue } from './findings';
import { ccn, eni, nodata } from './sampleLines';
import type { ValueRule } from './rule';

const NEVER_ABSENT: ReadonlySet<string> = new Set([
  ...['version', 'account-id', 'interface-id', 'start', 'end', 'log-status'],
  ...['ccn-id', 'region-id'],
]);

/** Of these AWS has one in every record; "-" for any other says that it does not apply or is not known. */
const NEVER_ABSENT_ON_AWS: ReadonlySet<string> = new Set(['version', 'start', 'end', 'log-status']);

/** CCN records have ports for TCP and UDP only. */
function isPortless(record: RecordView, kind: FieldKind): boolean {
  const protocol = numberIn(record, 'protocol');
  return kind === 'port' && record.observation === 'ccn' && protocol !== 6 && protocol !== 17;
}

export const absentUnderOk: ValueRule = {
  code: 'absent-under-ok',
  scope: 'value',
  severity: 'error',
  title: 'Absent value where one is needed',
  why: 'Under log status OK every field has a value. Only the ports of a CCN record that is neither TCP nor UDP may be absent, and what AWS could not compute. Times, ids and the status itself are in every record, with data or without.',
  bad: [
    eni({ dstport: '-' }),
    eni({ action: '-' }),
    nodata({ start: '-' }),
    nodata({ 'log-status': 'OK' }),
  ],
  good: [
    nodata(),
    ccn({ protocol: '1', srcport: '-', dstport: '-' }),
    eni({ 'account-id': '123456789010', 'interface-id': '-' }),
  ],
  check(value, record) {
    const { name, kind } = value.field;
    if (kind !== 'log-status' && value.text !== ABSENT) return undefined;
    const absent = logStatusOf(record) === 'OK' ? contradictions(record) : undefined;
    if (absent !== undefined && kind === 'log-status') {
      const message = `log-status is OK, but ${absent} values are absent, as in a NODATA record.`;
      return onValue(value, message);
    }
    if (value.text !== ABSENT || coreIndex(value.field) < 0) return undefined;
    const isNeverAbsent = NEVER_ABSENT.has(name);
    if (!isNeverAbsent && (logStatusOf(record) !== 'OK' || absent !== undefined)) return undefined;
    if (!NEVER_ABSENT_ON_AWS.has(name) && cloudOf(record) === 'aws') return undefined;
    if (isNeverAbsent) {
      return onValue(value, `${name} is absent. Every record has it, NODATA and SKIPDATA too.`);
    }
    if (isPortless(record, kind)) return undefined;
    return onValue(value, `${name} is absent in a record whose log-status is OK.`);
  },
};
