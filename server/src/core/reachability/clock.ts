import { utc } from '../explain/time';

const DAY = 24 * 60 * 60;
/** `2023-11-14T` of the day that was asked for last: nearly always the next one's too. */
let known = { day: -1, text: '' };

/** A time in Unix seconds as a sentence has it. */
export function clock(seconds: number): string {
  const day = Math.floor(seconds / DAY);
  if (day !== known.day) known = { day, text: utc(day * DAY * 1000).slice(0, -'00:00:00Z'.length) };
  const second = seconds - day * DAY;
  const [hours, minutes] = [Math.floor(second / 3600), Math.floor(second / 60) % 60];
  return `${known.text}${pad(hours)}:${pad(minutes)}:${pad(second % 60)}Z`;
}

const pad = (number: number) => (number < 10 ? `0${number}` : `${number}`);
