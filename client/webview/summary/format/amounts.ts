import type { Metric } from '../../../../server/src/core/summary/summary';

const UNITS = ['', 'k', 'M', 'G', 'T', 'P'] as const;

/** A whole number with its digits in groups. */
export function grouped(amount: number): string {
  return Math.round(amount).toLocaleString('en-US');
}

/** A number with its noun: `1 record`, `12,000 records`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${grouped(count)} ${count === 1 ? noun : plural}`;
}

/** An amount with at most three digits that count: `7.81 MB`, `24.8 k packets`. */
export function short(amount: number, unit = ''): string {
  let power = 0;
  let rest = amount;
  while (rest >= 999.5 && power < UNITS.length - 1) {
    rest /= 1000;
    power++;
  }
  const digits = power === 0 ? Math.round(rest * 10) / 10 : Number(rest.toPrecision(3));
  const name = UNITS[power]! + unit;
  return name === '' ? String(digits) : `${digits} ${name}`;
}

/** An amount of a metric for people: bytes with their unit, the others as they are. */
export function shortOf(metric: Metric, amount: number): string {
  return short(amount, metric === 'bytes' ? 'B' : '');
}

/** What stands beside an axis of amounts: there is no half of a record, packet or byte. */
export function amountLabels(metric: Metric, splits: readonly number[]): string[] {
  return splits.map(amount => (Number.isInteger(amount) ? shortOf(metric, amount) : ''));
}

/** A share as a percentage; a little is never nothing, and nearly all never all. */
export function percent(share: number): string {
  const value = share * 100;
  if (value > 0 && value < 0.1) return '< 0.1 %';
  if (value < 100 && value > 99.9) return '> 99.9 %';
  return `${Number(value.toFixed(1))} %`;
}

export function bitRate(bitsPerSecond: number): string {
  return short(bitsPerSecond, 'bit/s');
}

export const METRIC_NAMES: Readonly<Record<Metric, string>> = {
  records: 'Records',
  packets: 'Packets',
  bytes: 'Bytes',
};
