import type { FieldKind } from '../layouts/fields';
import { isGuessed, isTold } from '../record/guessed';
import { ABSENT, isValueOf, reportsNoData } from '../record/readValue';
import type { FieldValue, RecordView } from '../record/recordView';
import { explainAbsent } from './absent';
import { explainAccount } from './account';
import { explainAction } from './action';
import { explainAddress } from './address';
import { explainCcn } from './ccn';
import { explainCount } from './count';
import type { ExplainContext, Explanation } from './explanation';
import { explainIllegal } from './illegal';
import { explainInterface } from './interface';
import { explainLogStatus } from './logStatus';
import { explainPort } from './port';
import { explainProtocol } from './protocol';
import { explainRegion } from './region';
import type { ExplainKind, Subject } from './subject';
import { explainTcpFlags } from './tcpFlags';
import { explainText } from './text';
import { explainTime } from './time';
import { explainVersion } from './version';
import { instantOf } from './window';

const KINDS: Readonly<Record<FieldKind, ExplainKind>> = {
  version: explainVersion,
  account: explainAccount,
  interface: explainInterface,
  address: explainAddress,
  port: explainPort,
  protocol: explainProtocol,
  count: explainCount,
  time: explainTime,
  action: explainAction,
  'log-status': explainLogStatus,
  ccn: explainCcn,
  region: explainRegion,
  'tcp-flags': explainTcpFlags,
  text: explainText,
};

/** Of a value that stands in no known column. */
const GUESSED: Explanation = {
  headline: 'What this value is cannot be told',
  details: [
    'The line has several values more than the layout that it is most like.',
    'Name the columns in a header line, by “#Fields: …” or in the setting flowlog.columns.',
  ],
};

/** Kinds that a record of no or skipped data is documented to leave out. */
const UNEXPECTED_WITHOUT_DATA = new Set<FieldKind>([
  'address',
  'port',
  'protocol',
  'count',
  'action',
]);

/**
 * What a value means where it stands. A value that is not legal is said to be none and is not
 * decoded; nothing here throws, whatever the line holds.
 */
export function explainValue(
  record: RecordView,
  value: FieldValue,
  context: ExplainContext,
): Explanation {
  const subject: Subject = { record, value, context };
  if (isGuessed(record) && !(isTold(value.field.kind) && isReadable(value))) return GUESSED;
  if (isAbsent(subject)) return explainAbsent(subject);
  if (!isReadable(value)) return explainIllegal(subject);
  const explanation = KINDS[value.field.kind](subject);
  if (!UNEXPECTED_WITHOUT_DATA.has(value.field.kind) || !reportsNoData(record)) return explanation;
  const status = record.value('log-status')?.text;
  return {
    ...explanation,
    details: [`Not expected here: the log-status is ${status}.`, ...explanation.details],
  };
}

/** Counts are also written -1, but only where there is no data. */
function isAbsent({ record, value }: Subject): boolean {
  if (value.text === ABSENT) return true;
  return value.text === '-1' && value.field.kind === 'count' && reportsNoData(record);
}

function isReadable(value: FieldValue): boolean {
  return value.field.kind === 'time'
    ? instantOf(value) !== undefined
    : isValueOf(value.field, value.text);
}
