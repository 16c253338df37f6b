import type { Context } from './context';
import { regionsAt } from './recordText';
import type { StoryTable } from './storyTable';
import type { Tale } from './tale';

type Regions = Pick<Tale, 'regions' | 'regionsOfAll'>;

/** What is known of regions where none record. */
export const NO_REGIONS: Regions = { regions: undefined, regionsOfAll: true };

/** The regions of a cross-region story, if all of its records that are kept have the same. */
export function storyRegions(
  table: StoryTable,
  stories: readonly number[],
  { source }: Context,
): Regions {
  let found: readonly [string, string] | undefined;
  let listed = 0;
  let records = 0;
  for (const story of stories) {
    for (const side of [0, 1] as const) {
      records += table.sum(story, side, false).records + table.sum(story, side, true).records;
      for (const line of table.lines(story, side)) {
        listed++;
        const regions = regionsAt(source, line);
        if (!regions) continue;
        const [from, to] = side === 0 ? regions : [regions[1], regions[0]];
        if (found && (found[0] !== from || found[1] !== to))
          return { regions: undefined, regionsOfAll: false };
        found = [from, to];
      }
    }
  }
  return { regions: found, regionsOfAll: listed >= records };
}
