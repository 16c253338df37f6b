import { METRIC_NAMES, type Approximation, type Metric, type Ranking, type Row } from '../summary';
import { grouped } from '../../explain/quantities';
import { LIST_TITLES } from './listTitles';

/** What is not exact in a list. */
export function listApproximations(
  panel: keyof typeof LIST_TITLES,
  list: Ranking<Row>,
): Approximation[] {
  const title = LIST_TITLES[panel];
  const found = METRIC_NAMES.filter(metric => !list.exact[metric]).map((by): Approximation => {
    const lost = list.rows.reduce((most, row) => Math.max(most, row.atMost?.[by] ?? 0), 0);
    const outside = list.outside[by];
    // What was put out of a table and came again is known from when it came again.
    const listed =
      lost > 0
        ? `may have up to ${grouped(lost)} more than shown, from earlier lines on,`
        : 'is exact,';
    return {
      panel,
      by,
      atMost: Math.max(lost, outside),
      text:
        `${title} by ${by}: what is listed ${listed} ` +
        `what is not listed may have up to ${grouped(outside)}.`,
    };
  });
  if (list.keysExact) return found;
  const text = `${title}: there are at least ${grouped(list.keys)} different ones.`;
  return [...found, { panel, by: 'count', atMost: null, text }];
}

/**
 * Sums of doubles are exact up to 2 ** 53. Beyond it each addition may round by half a unit in the
 * last place of the sum.
 */
export function sumApproximations(totals: Record<Metric, number>): Approximation[] {
  return METRIC_NAMES.filter(metric => totals[metric] > Number.MAX_SAFE_INTEGER).map(by => {
    const atMost = Math.ceil(totals.records * totals[by] * 2 ** -53);
    const text = `Sums of ${by} beyond ${grouped(Number.MAX_SAFE_INTEGER)} are rounded, by ${grouped(atMost)} at most.`;
    return { panel: 'totals', by, atMost, text };
  });
}

/** What a table that put entries out no longer knows: only what is in it was counted. */
export function countApproximation(panel: string, what: string): Approximation {
  return { panel, by: 'count', atMost: null, text: `${what}: there may be more.` };
}
