import { regionNamePattern, regionOf } from '../tables/regions';
import { factsOf } from './fieldFacts';
import type { Explanation } from './explanation';
import { shortened } from './quoted';
import type { Subject } from './subject';

/** Where a region is, by its name or by its number. */
export function explainRegion({ record, value }: Subject): Explanation {
  const { text } = value;
  const details = [`${factsOf(value.field, record.observation).holds}.`];
  const region = regionOf(text);
  if (region) {
    const place = `${region.place} (${region.area})`;
    if (region.name === text) return { headline: `${text} – ${place}`, details };
    details.push(
      'Documents show names; the numbers are those that the console and older interfaces use.',
    );
    return { headline: `${text} – ${place}, ${region.name}`, details };
  }
  details.push('Not in the list of regions known here, which grows.');
  if (/^\d{1,4}$/.test(text)) return { headline: `Region number ${text}, unknown here`, details };
  if (regionNamePattern.test(text)) return { headline: `Region ${text}, unknown here`, details };
  return { headline: `${shortened(text)}: not the form of a region’s name`, details };
}
