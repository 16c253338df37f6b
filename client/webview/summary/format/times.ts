import type { TimeRange } from '../../../../server/src/core/filter/recordFilter';
import { grouped } from './amounts';

/** The last second that a calendar with years of four digits has. */
const LAST = 253_402_300_799;

/** A time as its date and time of day in UTC, to the second. */
export function utc(seconds: number): string {
  if (seconds < 0 || seconds > LAST) return `${seconds} s`;
  return new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');
}

export function utcDay(seconds: number): string {
  return utc(seconds).slice(0, 10);
}

export function utcTimeOfDay(seconds: number, withSeconds = true): string {
  return utc(seconds).slice(11, withSeconds ? 19 : 16);
}

/** A stretch of time; the day is not said twice. */
export function stretch({ from, to }: TimeRange): string {
  const sameDay = utcDay(from) === utcDay(to);
  return `${utc(from)} \u2013 ${sameDay ? utcTimeOfDay(to) : utc(to)} UTC`;
}

const PARTS: readonly (readonly [seconds: number, unit: string])[] = [
  [86_400, 'd'],
  [3600, 'h'],
  [60, 'min'],
  [1, 's'],
];

/** How long something lasts, by its two largest units: `2 h 5 min`. */
export function lasting(seconds: number): string {
  const first = PARTS.findIndex(([size]) => seconds >= size);
  if (first < 0) return '0 s';
  let rest = Math.round(seconds);
  const said = PARTS.slice(first, first + 2).flatMap(([size, unit]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return count > 0 ? [`${grouped(count)} ${unit}`] : [];
  });
  return said.join(' ');
}

/** A time as a field for date and time holds it; the field knows no zone, UTC is meant. */
export function fieldTime(seconds: number): string {
  return utc(seconds).replace(' ', 'T');
}

/** The time that a field holds, in UTC; undefined where it holds none. */
export function timeOfField(value: string): number | undefined {
  const milliseconds = Date.parse(`${value}Z`);
  return Number.isNaN(milliseconds) ? undefined : Math.floor(milliseconds / 1000);
}
