import { notUnicast } from '../record/notUnicast';
import { addressIn, numberIn } from '../record/readValue';
import type { RecordView } from '../record/recordView';
import { LEAST_PACKET, LONGEST_WINDOW } from '../scan/crossCheck';

const TCP = 6;
const UDP = 17;
const ICMP = 1;
const ICMPV6 = 58;
const PLAIN_TEXT = /^[\t -~]*$/;

/**
 * Whether it is certain that no rule about records reports on this one, if its log-status is OK and
 * no other values contradict that. In most faulty records a single value is wrong, and what can be
 * told from a few comparisons need not be asked of every rule.
 */
export function isOrdinaryTogether(record: RecordView): boolean {
  const isWhole = record.missing.length === 0 && record.strays.length === 0;
  // The keys that belong to a record depend on other records.
  if (!isWhole || record.layout.form === 'key-value' || !PLAIN_TEXT.test(record.text)) return false;
  return hasOrdinaryWindow(record) && hasOrdinaryCounts(record) && hasOrdinaryEnds(record);
}

function hasOrdinaryWindow(record: RecordView): boolean {
  const start = numberIn(record, 'start');
  const end = numberIn(record, 'end');
  if (start === undefined || end === undefined) return true;
  return end >= start && end - start <= LONGEST_WINDOW;
}

function hasOrdinaryCounts(record: RecordView): boolean {
  const packets = numberIn(record, 'packets');
  const bytes = numberIn(record, 'bytes');
  if (packets === undefined || bytes === undefined) return true;
  return bytes >= LEAST_PACKET * packets && (packets > 0 || bytes === 0);
}

function hasOrdinaryEnds(record: RecordView): boolean {
  const source = addressIn(record, 'srcaddr');
  const destination = addressIn(record, 'dstaddr');
  if (source && (source.family === 6 || notUnicast(source))) return false;
  if (destination?.family === 6 || (source && source.value === destination?.value)) return false;
  const protocol = numberIn(record, 'protocol');
  if (protocol === ICMP || protocol === ICMPV6) return false;
  if (protocol !== TCP && protocol !== UDP) return true;
  return numberIn(record, 'srcport') !== 0 && numberIn(record, 'dstport') !== 0;
}
