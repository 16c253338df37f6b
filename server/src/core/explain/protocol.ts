import type { RecordView } from '../record/recordView';
import { protocolOf, protocolsSource, type ProtocolNumber } from '../tables/protocols';
import { mayBeTencent } from './cloud';
import type { Explanation, ExplainContext } from './explanation';
import { V6_ASSUMED } from './icmpReading';
import type { Subject } from './subject';
import { ICMPV6, isIcmp, protocolWord, TCP, UDP } from './transport';

/** Names that the registry cuts short or words as an instruction. */
const FULL_NAMES: Readonly<Record<number, string>> = {
  1: 'Internet Control Message Protocol',
  2: 'Internet Group Management Protocol',
  6: 'Transmission Control Protocol',
  17: 'User Datagram Protocol',
  253: 'for experimentation and testing',
  254: 'for experimentation and testing',
};

/** A protocol number by IANA's registry, and what stands in the port fields under ICMP. */
export function explainProtocol({ record, value, context }: Subject): Explanation {
  const number = Number(value.text);
  const entry = protocolOf(number);
  if (!entry) return { headline: `Protocol ${number}`, details: [] };
  const details: string[] = [];
  if (entry.reference) details.push(`Reference: ${entry.reference}.`);
  if (entry.state !== 'assigned') {
    details.push(`In IANA’s registry of ${protocolsSource.updated}: ${entry.state}.`);
  }
  if (entry.extensionHeader) details.push('An IPv6 extension header has this number too.');
  if (entry.note) details.push(entry.note);
  const ports = portFields(record, number, context.icmpOrder);
  if (ports) details.push(ports);
  return { headline: headlineOf(entry), details };
}

function headlineOf({ number, keyword, name, state }: ProtocolNumber): string {
  const full = FULL_NAMES[number] ?? name;
  if (!keyword) {
    const plain = state === 'assigned' || state === 'experimental' ? full : full.toLowerCase();
    return `Protocol ${number} – ${plain}`;
  }
  return full === keyword ? `${keyword} (${number})` : `${keyword} (${number}) – ${full}`;
}

function portFields(
  record: RecordView,
  protocol: number,
  order: ExplainContext['icmpOrder'],
): string | undefined {
  if (record.observation === 'ccn') {
    if (protocol === TCP || protocol === UDP) return undefined;
    const lost = isIcmp(protocol) ? 'ports, type or code' : 'ports';
    return `CCN records give no ${lost} for ${protocolWord(protocol)}.`;
  }
  if (!isIcmp(protocol) || !mayBeTencent(record)) return undefined;
  const packing =
    order === 'type-low'
      ? 'code × 256 + type (dstport), the order that the settings force'
      : 'type × 256 + code (dstport)';
  const text = `In place of ports: the identifier (srcport), and ${packing}.`;
  return protocol === ICMPV6 ? `${text} ${V6_ASSUMED}` : text;
}
