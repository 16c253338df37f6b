import { numberIn, reportsNoData } from '../record/readValue';
import { mayBeTencent } from './cloud';
import type { Explanation } from './explanation';
import { counted, duration, grouped, inBinaryUnit, inBitRateUnit, rounded } from './quantities';
import type { Subject } from './subject';
import { windowOf } from './window';

/** Packets or bytes: the number to read, bytes per packet, and the rate over the window. */
export function explainCount(subject: Subject): Explanation {
  const { record, value } = subject;
  const count = Number(value.text);
  if (reportsNoData(record)) return { headline: amount(value.field.name, count), details: [] };
  const details: string[] = [];
  const packets = numberIn(record, 'packets');
  const bytes = numberIn(record, 'bytes');
  if (packets && bytes !== undefined) {
    details.push(`${rounded(bytes / packets)} ${bytes === packets ? 'byte' : 'bytes'} per packet.`);
  }
  const rate = rateText(packets, bytes, windowOf(record));
  if (rate) details.push(rate);
  if (record.value('action')?.text === 'REJECT') {
    details.push('Counted but not let through: the action is REJECT.');
  }
  // Tencent Cloud Flow Logs, Limits (2023-09-02).
  if (record.observation === 'eni' && mayBeTencent(record)) {
    details.push('Tencent Cloud counts outbound traffic before rate limiting, inbound after it.');
  }
  return { headline: amount(value.field.name, count), details };
}

function amount(name: string, count: number): string {
  if (name === 'packets') return counted(count, 'packet');
  if (name !== 'bytes') return grouped(count);
  const plain = counted(count, 'byte');
  return count < 1024 ? plain : `${plain} (${inBinaryUnit(count)})`;
}

/** The average over start to end, which may be shorter than the capture window. */
function rateText(
  packets: number | undefined,
  bytes: number | undefined,
  window: number | undefined,
): string | undefined {
  if (window === undefined || window < 0) return undefined;
  if (window === 0) return 'No rate: start and end are the same second.';
  const rates: string[] = [];
  if (bytes !== undefined) rates.push(inBitRateUnit((bytes * 8) / window));
  if (packets !== undefined)
    rates.push(`${rounded(packets / window)} ${packets === window ? 'packet' : 'packets'}/s`);
  if (rates.length === 0) return undefined;
  return `${rates.join(', ')} on average over ${duration(window)} (start to end).`;
}
