import { cloudOf, type Cloud } from './cloud';
import type { Explanation } from './explanation';
import { shortened } from './quoted';
import type { Subject } from './subject';

/** Things whose id begins with a prefix (Tencent Cloud API, resource ids). */
const KINDS: Readonly<Record<string, string>> = {
  eni: 'Network interface (ENI)',
  nat: 'NAT gateway',
  intranat: 'Private NAT gateway',
  dcg: 'Direct Connect gateway',
  vpngw: 'VPN gateway',
  ins: 'Instance',
  havip: 'Virtual IP (HAVIP)',
};

const OWNERS: Readonly<Partial<Record<Cloud, string>>> = {
  aws: 'An interface of AWS, by the shapes of the ids in this record.',
  alibaba: 'An interface of Alibaba Cloud, by the shapes of the ids in this record.',
  huawei: 'An interface (port) of Huawei Cloud or Open Telekom Cloud, by its shape.',
};

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What kind of thing the traffic was seen at. */
export function explainInterface({ record, value }: Subject): Explanation {
  const { text } = value;
  const owner = OWNERS[cloudOf(record)];
  if (UUID.test(text)) {
    return {
      headline: `Network interface ${text}`,
      details: owner ? [owner] : ['The shape is a UUID.'],
    };
  }
  const [, prefix = '', rest = ''] = /^([a-z]+)-(.*)$/.exec(text) ?? [];
  const kind = Object.hasOwn(KINDS, prefix) ? KINDS[prefix] : undefined;
  if (!kind) {
    return {
      headline: `${shortened(text)}: not an id of a known kind`,
      details: ['Known: eni-, nat-, dcg- and other ids with a prefix, or a UUID.'],
    };
  }
  const details = ['The record was made here; source and destination are as seen from here.'];
  if (prefix !== 'eni') {
    details.push('What is logged at such a place is documented only in general terms.');
  }
  if (owner) details.push(owner);
  else if (!/^[a-z0-9]{8}$/.test(rest))
    details.push('Tencent Cloud ids have 8 characters after the dash.');
  return { headline: `${kind} ${shortened(text)}`, details };
}
