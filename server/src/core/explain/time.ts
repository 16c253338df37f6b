import { reportsNoData } from '../record/readValue';
import type { RecordView } from '../record/recordView';
import { cloudOf } from './cloud';
import { counted, duration } from './quantities';
import type { Explanation } from './explanation';
import type { Subject } from './subject';
import { instantOf, windowOf, type Instant } from './window';

/**
 * A time in UTC, in the local zone of the machine that runs this and in the zones that the user
 * wants, with the length of the record's window and the distance to the record before.
 */
export function explainTime({ record, value, context }: Subject): Explanation {
  const instant = instantOf(value) as Instant;
  const { milliseconds, writtenInMilliseconds } = instant;
  const details: string[] = [];
  if (writtenInMilliseconds)
    details.push('Thirteen digits: read as milliseconds; a flow log has seconds.');
  const local = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  details.push(`Local: ${inZone(milliseconds, local)} (${local})`);
  for (const zone of new Set(context.zones)) {
    if (zone !== local && zone !== 'UTC') details.push(`${zone}: ${inZone(milliseconds, zone)}`);
  }
  const window = windowOf(record);
  if (window !== undefined) details.push(windowText(window, timesPackets(record)));
  if (value.field.name === 'start' && context.previousStart !== undefined) {
    details.push(distance(milliseconds / 1000 - context.previousStart));
  }
  return { headline: utc(milliseconds), details };
}

/** An instant as ISO 8601 writes it in UTC, without the milliseconds when there are none. */
export function utc(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z');
}

/** An instant on the clocks of a zone with its offset, or a word about a zone that is none. */
function inZone(milliseconds: number, zone: string): string {
  try {
    const format = new Intl.DateTimeFormat('en-US', { ...CLOCK, timeZone: zone });
    const parts = new Map(format.formatToParts(milliseconds).map(part => [part.type, part.value]));
    const [year, month, day] = [parts.get('year'), parts.get('month'), parts.get('day')];
    const [hour, minute, second] = [parts.get('hour'), parts.get('minute'), parts.get('second')];
    const offset = parts.get('timeZoneName')?.replace('GMT', '') || '+00:00';
    return `${year}-${month}-${day} ${hour}:${minute}:${second} ${offset}`;
  } catch {
    return 'not a time zone known here';
  }
}

const CLOCK = {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
  timeZoneName: 'longOffset',
} as const;

/**
 * CCN records of traffic have the times of its first and last packet (Features, CCN field table), and
 * so have AWS's (VPC User Guide, Flow log records).
 */
function timesPackets(record: RecordView): boolean {
  return (record.observation === 'ccn' || cloudOf(record) === 'aws') && !reportsNoData(record);
}

function windowText(seconds: number, ofPackets: boolean): string {
  if (seconds < 0) return `Window: none, end is ${duration(-seconds)} before start.`;
  if (ofPackets) {
    return seconds === 0
      ? 'First and last packet: in the same second.'
      : `First to last packet: ${duration(seconds)}; the capture window is not recorded.`;
  }
  if (seconds === 0) return 'Window: 0 s, start and end are the same second (legal).';
  return `Window: ${duration(seconds)} from start to end.`;
}

function distance(seconds: number): string {
  if (seconds === 0) return 'Starts in the same second as the record before it in the file.';
  const side = seconds > 0 ? 'later' : 'earlier';
  const length = Number.isInteger(seconds)
    ? counted(Math.abs(seconds), 'second')
    : duration(Math.abs(seconds));
  return `Starts ${length} ${side} than the record before it in the file.`;
}
