import { isValueOf, VERSION_SHAPE } from '../record/readValue';
import type { FieldValue } from '../record/recordView';
import { EARLIEST } from '../scan/crossCheck';
import { isOrdinaryCcn, isOrdinaryInterface } from '../scan/shapes';
import { isKnownRegion } from '../tables/regions';

/**
 * Whether it is certain that no rule about values reports on this one, if its record's log-status is
 * OK and no other values contradict that. Most values of a faulty record are such, and asking all
 * rules of each takes ten times as long.
 */
export function isOrdinaryValue({ field, text }: FieldValue, latest: number): boolean {
  switch (field.kind) {
    case 'version':
      return VERSION_SHAPE.test(text);
    case 'interface':
      return isOrdinaryInterface(text);
    case 'ccn':
      return isOrdinaryCcn(text);
    case 'region':
      return isKnownRegion(text);
    case 'time':
      return isValueOf(field, text) && Number(text) >= EARLIEST && Number(text) <= latest;
    case 'text':
      return false;
    default:
      return isValueOf(field, text);
  }
}
