import type { LineRun, LineRuns } from '../../core/fold/lineRuns';
import type { StretchResult } from './messages';

/** Where the lines stand that each thread read, and how many there are of all. */
export function lineRunsOf(results: readonly Pick<StretchResult, 'stretches'>[]): {
  readonly runs: readonly LineRuns[];
  readonly lines: number;
} {
  const read = results.flatMap(({ stretches }, thread) => {
    let from = 0;
    return stretches.map(({ first, lines }) => {
      const stretch = { thread, first, lines, from };
      from += lines;
      return stretch;
    });
  });
  const runs = results.map((): LineRun[] => []);
  let above = 0;
  for (const { thread, lines, from } of read.sort((a, b) => a.first - b.first)) {
    runs[thread]!.push({ from, by: above - from });
    above += lines;
  }
  return { runs, lines: above };
}
