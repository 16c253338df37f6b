import { utcDay, utcTimeOfDay } from '../format/times';

const DAY = 86_400;

/** What stands below the time axis; the day where it begins, or where there is no time of day. */
export function timeLabels(splits: readonly number[], step: number): string[] {
  let day = '';
  return splits.map(at => {
    if (step >= DAY) return utcDay(at);
    const time = utcTimeOfDay(at, step < 60);
    if (utcDay(at) === day) return time;
    day = utcDay(at);
    return `${time}\n${day}`;
  });
}
