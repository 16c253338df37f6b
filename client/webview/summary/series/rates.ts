import type { Metric } from '../../../../server/src/core/summary/summary';
import { bitRate, short } from '../format/amounts';

/** What a metric is per second or minute, and how that is read. */
interface Rate {
  readonly title: string;
  /** An amount in so many seconds as a rate. */
  readonly of: (amount: number, seconds: number) => number;
  readonly say: (rate: number) => string;
}

export const RATES: Readonly<Record<Metric, Rate>> = {
  bytes: { title: 'Bandwidth', of: (bytes, seconds) => (bytes * 8) / seconds, say: bitRate },
  packets: {
    title: 'Packets per second',
    of: (packets, seconds) => packets / seconds,
    say: rate => little(rate, 'packets/s') ?? short(rate, 'packets/s'),
  },
  records: {
    title: 'Records per minute',
    of: (records, seconds) => (records * 60) / seconds,
    say: rate => little(rate, 'records/min') ?? short(rate, 'records/min'),
  },
};

/** A little is never nothing. */
function little(rate: number, unit: string): string | undefined {
  return rate > 0 && rate < 0.1 ? `< 0.1 ${unit}` : undefined;
}
