import type { PointFacts } from '../conversation/pointFacts';
import { cloudOf, type Cloud } from '../explain/cloud';
import { fieldNamed } from '../layouts/fields';
import type { LayoutSet } from '../layouts/layoutSet';
import type { Layout } from '../layouts/layout';
import type { FieldValue, RecordView } from '../record/recordView';

/** Eight hexadecimal digits are an interface of Tencent's or an old one of AWS. */
const TENCENT_OR_AWS = /^eni-[0-9a-f]{8}$/;

/**
 * The clouds that the ids and columns of an observation point speak for; none if nothing does. The
 * shape of an interface id tells more than that of an account.
 */
export function cloudsOf({ point, account, layout }: PointFacts, layouts: LayoutSet): Set<Cloud> {
  const columns = layouts.at(layout);
  const id = point.kind === 'ccn' ? 'ccn-id' : 'interface-id';
  const byPoint = cloudOf(signs(point.kind, columns, { [id]: point.id }));
  if (byPoint !== 'unknown') return new Set([byPoint]);
  const byAccount = cloudOf(signs(point.kind, columns, { 'account-id': account }));
  if (byAccount !== 'unknown') return new Set([byAccount]);
  return new Set(TENCENT_OR_AWS.test(point.id) ? ['tencent', 'aws'] : []);
}

/** A record that has these values, and something in the columns that its layout has beside them. */
function signs(
  observation: RecordView['observation'],
  layout: Layout,
  values: Readonly<Record<string, string>>,
): RecordView {
  const value = (name: string): FieldValue | undefined => {
    const field = fieldNamed(name);
    const inLayout = layout.columns.some(column => column.name === name);
    const text = values[name] ?? (inLayout && !CORE.has(name) ? '' : undefined);
    return field && text !== undefined ? { field, text, start: 0, end: 0 } : undefined;
  };
  return { text: '', layout, observation, values: [], strays: [], missing: [], value };
}

const CORE = new Set(['account-id', 'interface-id']);
