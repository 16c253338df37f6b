import type { FieldKind } from '../layouts/fields';
import { logStatusOf, numberIn } from '../record/readValue';
import { cloudOf } from './cloud';
import type { Explanation } from './explanation';
import type { Subject } from './subject';
import { ICMP, ICMPV6, protocolWord, TCP, UDP } from './transport';

/** Kinds of which a record of no or skipped data has no value. */
const WITHOUT_DATA = new Set<FieldKind>([
  'address',
  'port',
  'protocol',
  'count',
  'action',
  'tcp-flags',
  'text',
]);
/** Kinds that other clouds leave out where they do not apply. */
const OPTIONAL = new Set<FieldKind>(['tcp-flags', 'text']);

/** Why there is no value (`-`, or `-1` for counts), and what its absence does not prove. */
export function explainAbsent(subject: Subject): Explanation {
  const { record, value } = subject;
  const status = logStatusOf(record);
  if (!WITHOUT_DATA.has(value.field.kind)) {
    return {
      headline: 'No value',
      details: [`The documents do not provide for a record without ${value.field.name}.`],
    };
  }
  if (status === 'NODATA') {
    return {
      headline: 'No value: no traffic to record in this window (NODATA)',
      details: ['Legal here. NODATA records have no addresses, ports, protocol, counts or action.'],
    };
  }
  if (status === 'SKIPDATA') {
    return {
      headline: 'No value: records of this window were skipped (SKIPDATA)',
      details: ['Traffic may have flowed; that it is not recorded here proves nothing.'],
    };
  }
  if (value.field.kind === 'port' && record.observation === 'ccn') return absentCcnPort(subject);
  if (OPTIONAL.has(value.field.kind) || cloudOf(record) === 'aws') {
    return {
      headline: 'No value: does not apply to this record, or was not recorded',
      details: [],
    };
  }
  if (status === undefined) {
    return { headline: 'No value; no legal log-status says why', details: [] };
  }
  return {
    headline: 'No value, although the log-status is OK',
    details: ['A record of traffic is documented to have a value here.'],
  };
}

/** CCN records have `-` for anything but TCP and UDP (Flow Logs, Features, CCN field table). */
function absentCcnPort({ record }: Subject): Explanation {
  const protocol = numberIn(record, 'protocol');
  if (protocol === TCP || protocol === UDP) {
    return {
      headline: `No port, although the protocol is ${protocolWord(protocol)}`,
      details: ['CCN records leave ports out for protocols other than TCP and UDP.'],
    };
  }
  const details =
    protocol === ICMP || protocol === ICMPV6
      ? ['So type, code and identifier of these ICMP messages are not recorded.']
      : [];
  return { headline: 'No port: CCN records have ports for TCP and UDP only', details };
}
