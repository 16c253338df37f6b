import { ccnNewerLayout } from '../layouts/ccn';
import { eniLayout } from '../layouts/eni';
import type { Layout } from '../layouts/layout';
import { bit, targetOf } from './plan';

const maskOf = (layout: Layout) =>
  layout.columns.reduce((mask, field) => mask | bit(targetOf(field)), 0);

const ENI = maskOf(eniLayout);
const CCN = maskOf(ccnNewerLayout);

/** Whether a set of fields holds all that the documents show for its kind of record. */
export function isDocumentedSet(fields: number): boolean {
  return (fields & ENI) === ENI || (fields & CCN) === CCN;
}
