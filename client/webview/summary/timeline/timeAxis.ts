import { utcDay, utcTimeOfDay } from '../format/times';

const DAY = 86_400;

/** Room beside a chart, in pixels: half of a day's label stands beyond a tick at the right edge. */
export const TIME_PADDING: [null, number, null, null] = [null, 36, null, null];

/** What stands below the time axis; the day where it begins, or where there is no time of day. */
export function timeLabels(splits: readonly number[], step: number): string[] {
  let day = '';
  return splits.map(at => {
    // Records know no part of a second, and the same label twice says nothing.
    if (!Number.isInteger(at)) return '';
    if (step >= DAY) return utcDay(at);
    const time = utcTimeOfDay(at, step < 60);
    if (utcDay(at) === day) return time;
    day = utcDay(at);
    return `${time}\n${day}`;
  });
}
