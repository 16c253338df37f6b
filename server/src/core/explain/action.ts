import { addressIn, numberIn } from '../record/readValue';
import { formatAddress } from '../record/address';
import { isGuessed } from '../record/guessed';
import type { RecordView } from '../record/recordView';
import { cloudOf } from './cloud';
import type { Explanation } from './explanation';
import { platformBlock } from './platformBlock';
import { reasonOf } from './rejectReason';
import type { Subject } from './subject';
import { portRegistryOf, protocolWord } from './transport';

type Meanings = Readonly<Record<'ACCEPT' | 'REJECT', (record: RecordView) => Explanation>>;

/**
 * What the action means where the record was made. The documents' "allowed by security groups or
 * network ACLs" is taken to mean that neither of them stopped it; a CCN's action is about bandwidth
 * only (Tencent Cloud Flow Logs, Features, 2023-09-04).
 */
export function explainAction({ record, value }: Subject): Explanation {
  return meaningsAt(record)[value.text as 'ACCEPT' | 'REJECT'](record);
}

function meaningsAt(record: RecordView): Meanings {
  if (record.observation === 'ccn') return AT_CCN;
  return record.observation === 'eni' ? AT_INTERFACE : AT_OTHER;
}

const AT_INTERFACE: Meanings = {
  ACCEPT: () => ({
    headline: 'ACCEPT – neither a security group nor a network ACL stopped it at this interface',
    details: [
      'Names no rule, and does not say that one was consulted: tracked replies, for one, need none.',
      'Says nothing about the host’s own firewall, the application or the other end.',
    ],
    next: 'If the connection failed, look for the other direction: addresses and ports swapped.',
  }),
  REJECT: record =>
    namedReason(record) ?? {
      headline:
        'REJECT – stopped at this interface by a security group, a network ACL or the platform',
      details: [
        'The record does not name which of them.',
        ...platformBlockOf(record),
        stateText(record),
      ],
      next: `Next: check the security group${passage(record)}; is an ACL bound to the subnet at all?`,
    },
};

/** AWS names what is neither a security group nor a network ACL. */
function namedReason(record: RecordView): Explanation | undefined {
  const reason = reasonOf(record);
  return reason === undefined
    ? undefined
    : {
        headline: `REJECT – stopped for the reason that the record gives: ${reason}`,
        details: ['So neither a security group nor a network ACL did it.'],
        next: 'Next: check the settings behind that reason.',
      };
}

const AT_CCN: Meanings = {
  ACCEPT: () => ({
    headline: 'ACCEPT – forwarded between regions by the Cloud Connect Network',
    details: [
      'Says nothing about what happened beyond it: whether the other end received or answered.',
    ],
  }),
  REJECT: () => ({
    headline: 'REJECT – throttled: a bandwidth limit of the Cloud Connect Network was reached',
    details: [
      'Whether the limit of the region or of the pair of regions was hit is not recorded.',
      'No filter rule decided this.',
    ],
    next: 'Next: compare the bytes of this pair of regions in this window with the limits set.',
  }),
};

const AT_OTHER: Meanings = {
  ACCEPT: record => ({
    headline: `ACCEPT – let through ${place(record)}`,
    details: [undocumented(record), 'Says nothing about the application or the other end.'],
  }),
  REJECT: record =>
    namedReason(record) ?? {
      headline: `REJECT – stopped ${place(record)}; the layer that did so is unknown`,
      details: [undocumented(record)],
      next: 'Next: look for the same flow in the records of the instance’s own interface.',
    },
};

function place(record: RecordView): string {
  if (record.observation === 'nat') return 'at the NAT gateway';
  if (record.observation === 'dcg') return 'at the Direct Connect gateway';
  return 'at a place that the record does not tell';
}

function undocumented(record: RecordView): string {
  return record.observation === 'unknown'
    ? 'What could have stopped it depends on that place: no interface, gateway or CCN is recognised.'
    : 'The documents do not say which layer decides at a gateway.';
}

function platformBlockOf(record: RecordView): readonly string[] {
  if (isGuessed(record)) return [];
  const protocol = numberIn(record, 'protocol');
  const port = numberIn(record, 'dstport');
  const block =
    protocol !== undefined && port !== undefined && platformBlock(record, protocol, port);
  return block ? [block] : [];
}

/** Huawei's and Open Telekom's network ACLs are stateful; Tencent's and AWS's are not. */
function stateText(record: RecordView): string {
  switch (cloudOf(record)) {
    case 'huawei':
      return 'Both are stateful on this cloud: neither is expected to refuse the reply to accepted traffic.';
    case 'alibaba':
      return 'If this is a reply, look for its request: a stateful layer would have let the reply through.';
    default:
      return 'Groups are stateful, ACLs are not: a refused reply may mean the ACL, or came too late.';
  }
}

/** The traffic to look for in the rules, as far as the record gives it. */
function passage(record: RecordView): string {
  if (isGuessed(record)) return '';
  const source = addressIn(record, 'srcaddr');
  const destination = addressIn(record, 'dstaddr');
  const protocol = numberIn(record, 'protocol');
  if (!source || !destination || protocol === undefined) return '';
  const port = portRegistryOf(protocol) ? numberIn(record, 'dstport') : undefined;
  const to = port === undefined ? '' : ` port ${port}`;
  return ` for ${protocolWord(protocol)} from ${formatAddress(source)} to ${formatAddress(destination)}${to}`;
}
