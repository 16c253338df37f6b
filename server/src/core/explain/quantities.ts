/** Formats by their decimals, made when one is needed: the first takes an engine 20 ms. */
const formats: Intl.NumberFormat[] = [];

/** Units of 1,024 (IEC 80000-13), as sizes of data are counted. */
const BINARY_UNITS = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];
/** Units of 1,000, as bandwidths are sold and limited. */
const BIT_RATE_UNITS = ['bit/s', 'kbit/s', 'Mbit/s', 'Gbit/s', 'Tbit/s'];

/** An integer with its digits in groups of three: `4,249`. */
export function grouped(value: number): string {
  return Number.isSafeInteger(value)
    ? String(value).replace(/\B(?=(?:\d{3})+$)/g, ',')
    : withDecimals(value, 0);
}

/** A number with two decimals below 10, one below 1,000 and none above. */
export function rounded(value: number): string {
  return withDecimals(value, value < 10 ? 2 : value < 1000 ? 1 : 0);
}

/** A number with so many decimals at most; a little is never nothing. */
function withDecimals(value: number, most: number): string {
  if (Number.isSafeInteger(value)) return grouped(value);
  const least = 10 ** -most;
  if (value > 0 && value < least / 2) return `< ${least}`;
  const format = (formats[most] ??= new Intl.NumberFormat('en-US', {
    maximumFractionDigits: most,
  }));
  return format.format(value);
}

/** A number of things: `1 packet`, `4,249 bytes`. */
export function counted(value: number, one: string): string {
  return `${grouped(value)} ${value === 1 ? one : `${one}s`}`;
}

/** A share as a percentage: `0.5 %`; a little is never nothing, and nearly all never all. */
export function percent(share: number): string {
  const value = share * 100;
  if (value > 0 && value < 0.1) return '< 0.1 %';
  if (value < 100 && value > 99.9) return '> 99.9 %';
  return `${value.toFixed(1)} %`;
}

/** Bytes in the largest binary unit that keeps them at 1 or more: `4.15 KiB`. */
export function inBinaryUnit(bytes: number): string {
  return inUnit(bytes, 1024, BINARY_UNITS);
}

/**
 * Bits per second in the largest decimal unit that keeps them at 1 or more: `1.2 Mbit/s`; a little
 * is never nothing.
 */
export function inBitRateUnit(bitsPerSecond: number): string {
  if (bitsPerSecond > 0 && bitsPerSecond < 0.01) return '< 0.01 bit/s';
  return inUnit(bitsPerSecond, 1000, BIT_RATE_UNITS);
}

/** A stretch of time: `60 s`, `115 s (1 min 55 s)`. */
export function duration(seconds: number): string {
  const plain = `${withDecimals(seconds, 2)} s`;
  if (seconds < 90) return plain;
  const parts: string[] = [];
  let rest = Math.round(seconds);
  for (const [unit, length] of DURATION_UNITS) {
    const whole = Math.floor(rest / length);
    if (whole > 0) parts.push(`${grouped(whole)} ${unit}`);
    rest -= whole * length;
  }
  return `${plain} (${parts.slice(0, 2).join(' ')})`;
}

const DURATION_UNITS = [
  ['d', 86_400],
  ['h', 3600],
  ['min', 60],
  ['s', 1],
] as const;

function inUnit(value: number, base: number, units: readonly string[]): string {
  let scaled = value;
  let unit = 0;
  // What would be shown as a whole base belongs to the next unit: 1,023.9 KiB is 1 MiB.
  while (unit < units.length - 1 && Math.round(scaled) >= base) {
    scaled /= base;
    unit++;
  }
  return `${rounded(scaled)} ${units[unit]}`;
}
