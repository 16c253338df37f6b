import { ccnNewerLayout } from '../layouts/ccn';
import { eniLayout } from '../layouts/eni';
import type { Layout } from '../layouts/layout';
import { AT, bit, targetOf } from './plan';

const maskOf = (layout: Layout) =>
  layout.columns.reduce((mask, field) => mask | bit(targetOf(field)), 0);

const ENI = maskOf(eniLayout);
const CCN = maskOf(ccnNewerLayout);
/** A record is of an interface or of a CCN. */
const POINTS = bit(AT.interface) | bit(AT.ccn);

/** Whether a set of fields holds all that the documents show for its kind of record. */
export function isDocumentedSet(fields: number): boolean {
  if ((fields & POINTS) === POINTS) return false;
  return (fields & ENI) === ENI || (fields & CCN) === CCN;
}
