/** Widths of time buckets in seconds, each a multiple of the one before: 1 s to 1 day. */
export const WIDTHS: readonly number[] = [
  ...[1, 5, 15, 60, 300, 900, 3600],
  ...[10_800, 21_600, 43_200, 86_400],
];

/** Wider still: 7, 28 and 364 days, and ten times that. */
const WIDER: readonly number[] = [604_800, 2_419_200, 31_449_600, 314_496_000];

/** Widths for capture windows, which are a minute at least (Tencent Cloud Flow Logs, Features). */
export const WINDOW_WIDTHS: readonly number[] = [...WIDTHS.filter(width => width >= 60), ...WIDER];

/** A gap between two buckets counts as no more than this many, however long it is. */
const LONGEST_GAP = 10;

/** How many buckets, given by their ascending numbers, take up with the gaps between them. */
export function spannedBy(numbers: readonly number[]): number {
  return numbers.reduce(
    (sum, number, i) => sum + (i === 0 ? 1 : Math.min(LONGEST_GAP, number - numbers[i - 1]!)),
    0,
  );
}
