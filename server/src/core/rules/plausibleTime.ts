import { numberIn } from '../record/readValue';
import type { RecordView } from '../record/recordView';
import { EARLIEST } from '../scan/crossCheck';

/** A record's time in Unix seconds, unless a rule of its own has something to say about it. */
export function plausibleTime(
  record: RecordView,
  name: 'start' | 'end',
  latest: number,
): number | undefined {
  const seconds = numberIn(record, name);
  return seconds !== undefined && seconds >= EARLIEST && seconds <= latest ? seconds : undefined;
}
