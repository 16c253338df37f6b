import { CORE_FIELDS, fieldNamed, type Field } from '../layouts/fields';
import type { Layout } from '../layouts/layout';
import { ALIBABA_FIELDS, LOG_SERVICE_FIELDS, tagField } from '../layouts/otherFields';
import type { ObservationKind } from '../record/recordView';
import type { Explanation } from './explanation';
import { differsAtCcn, factsOf } from './fieldFacts';
import { shortened } from './quoted';

/** Fields by which a layout shows that its records are cross-region ones. */
const CCN_FIELDS = new Set(['ccn-id', 'srcregionid', 'dstregionid']);

/**
 * What a field holds and what may stand in it, for its name in a header line or for the key of a
 * key:value token. A record's own observation point, where there is a record, says it best.
 */
export function explainField(
  field: Field,
  layout: Layout,
  observation: ObservationKind = observationOf(layout),
): Explanation {
  const name = shortened(field.name);
  const source = sourceOf(field, layout);
  if (!source) {
    return {
      headline: `${name} – unknown field`,
      details: ['No known flow log has a field of this name; its values are kept as text.'],
    };
  }
  const { holds, note, legal } = factsOf(field, observation);
  const details = note ? [`${note}.`] : [];
  if (observation === 'unknown' && differsAtCcn(field)) {
    details.push(`In CCN records: ${lowerFirst(factsOf(field, 'ccn').holds)}.`);
  }
  details.push(`Legal: ${legal}.`, `Source: ${source}.`);
  return { headline: `${name} – ${holds}`, details };
}

/** A layout's own observation point; NAT and Direct Connect gateways have the interface's fields. */
function observationOf(layout: Layout): ObservationKind {
  if (layout.columns.some(column => CCN_FIELDS.has(column.name))) return 'ccn';
  return layout.columns.some(column => column.name === 'interface-id') ? 'eni' : 'unknown';
}

/** The document that describes a field; undefined for a field that none describes. */
function sourceOf(field: Field, layout: Layout): string | undefined {
  if (CORE_FIELDS.some(core => core.name === field.name)) {
    return layout.form === 'positional' ? layout.source : DOCUMENT;
  }
  if (!fieldNamed(field.name)) return undefined;
  const isOneOf = (fields: readonly Field[]) => fields.some(({ name }) => name === field.name);
  if (isOneOf(LOG_SERVICE_FIELDS) || tagField(field.name)) {
    return 'Tencent Cloud Log Service, Shipping to COS';
  }
  return isOneOf(ALIBABA_FIELDS)
    ? 'Alibaba Cloud, VPC flow logs, Log fields (2024)'
    : 'AWS VPC User Guide, Flow log records (2023)';
}

/** Both field tables of the newest document; key:value records have the same fields. */
const DOCUMENT = 'Tencent Cloud Flow Logs, Features (2023-09-04), field tables';

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
