import { utc } from '../explain/time';

/** A time in Unix seconds as a sentence has it. */
export function clock(seconds: number): string {
  return utc(seconds * 1000);
}
