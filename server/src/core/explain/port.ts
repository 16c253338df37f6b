import { numberIn } from '../record/readValue';
import type { RecordView } from '../record/recordView';
import { ephemeralRanges, portClassOf, type PortClass } from '../tables/portClasses';
import { hasService, serviceOf, type PortProtocol, type Service } from '../tables/services';
import type { Explanation } from './explanation';
import { explainIcmpNumber } from './icmp';
import { platformBlock } from './platformBlock';
import type { Subject } from './subject';
import { isIcmp, portRegistryOf, protocolWord, TCP, UDP } from './transport';

/** RFC 6335, section 6. */
const CLASSES: Readonly<Record<PortClass, string>> = {
  'well-known': 'Well-known port (0–1023).',
  registered: 'Registered port (1024–49151).',
  dynamic: 'Dynamic port (49152–65535): never registered, clients take their own ports from it.',
};

/** What everyone calls services whose registered name hardly anyone knows, by that name. */
const COMMON_NAMES: ReadonlyMap<string, string> = new Map([
  ['domain', 'DNS'],
  ['microsoft-ds', 'SMB'],
  ['ms-sql-s', 'Microsoft SQL Server'],
  ['ms-wbt-server', 'Remote Desktop, RDP'],
]);

/** A port, or what stands in its place under a protocol that has none. */
export function explainPort(subject: Subject): Explanation {
  const { record, value } = subject;
  const port = Number(value.text);
  const protocol = numberIn(record, 'protocol');
  if (isIcmp(protocol)) return explainIcmpNumber(subject, protocol);
  if (protocol === undefined) {
    return {
      headline: `Port ${port}`,
      details: [
        'Whose it is depends on the protocol, which this record does not tell.',
        CLASSES[portClassOf(port)],
      ],
    };
  }
  const registry = portRegistryOf(protocol);
  const explanation =
    registry === undefined ? noPorts(port, protocol) : portOf(subject, port, protocol, registry);
  if (record.observation !== 'ccn' || protocol === TCP || protocol === UDP) return explanation;
  const unexpected = 'CCN records are documented to have - here for all but TCP and UDP.';
  return { headline: explanation.headline, details: [unexpected, ...explanation.details] };
}

function noPorts(number: number, protocol: number): Explanation {
  const word = protocolWord(protocol);
  return {
    headline: `${number} – not a port: IANA registers none for ${word}`,
    details: ['What stands here for this protocol is not documented.'],
  };
}

function portOf(
  subject: Subject,
  port: number,
  protocol: number,
  registry: PortProtocol,
): Explanation {
  const { record, value } = subject;
  const word = protocolWord(protocol);
  if (port === 0) {
    return {
      headline: `Port 0/${word} – reserved, not a port that traffic uses`,
      details: ['Later fragments, which carry no ports, may be recorded so.'],
    };
  }
  const service = serviceOf(registry, port);
  const server = likelyServer(record, value.field.name, port, registry);
  const details = service ? serviceDetails(service, protocolWord(registry)) : [];
  details.push(classText(port));
  if (server !== undefined) details.push(`The other port, ${server}, is a well-known service’s.`);
  const block = value.field.name === 'dstport' && platformBlock(record, protocol, port);
  if (block) details.push(block);
  return { headline: `Port ${port}/${word} – ${role(port, service, server)}`, details };
}

function role(port: number, service: Service | undefined, server: number | undefined): string {
  if (server !== undefined) return 'likely the client’s own port';
  if (service) {
    const common = COMMON_NAMES.get(service.name);
    return common ? `${service.name} (${common})` : service.name;
  }
  return portClassOf(port) === 'dynamic' ? 'dynamic port' : 'no service registered';
}

function serviceDetails({ name, aliases = [], description }: Service, word: string): string[] {
  const names = [name, ...aliases].join(', ');
  return [
    `IANA: ${names}${description ? ` – ${description}` : ''}.`,
    `The use registered for ${word}; the record does not say what ran there.`,
  ];
}

function classText(port: number): string {
  const text = CLASSES[portClassOf(port)];
  const { first, last } = ephemeralRanges.linux;
  if (portClassOf(port) !== 'registered' || port < first) return text;
  return `${text} Linux takes client ports from ${first}–${last}.`;
}

/**
 * The other port of the record, if it looks like the server's: below 512, with a service, and this
 * one not; port 20 is excluded, since FTP servers connect from it. A likelihood, never more.
 */
function likelyServer(
  record: RecordView,
  name: string,
  port: number,
  registry: PortProtocol,
): number | undefined {
  const other = numberIn(record, name === 'srcport' ? 'dstport' : 'srcport');
  if (other === undefined || other === 0 || other === 20 || other >= 512) return undefined;
  const mayBeClient =
    port >= ephemeralRanges.linux.first || (port > 1023 && !hasService(registry, port));
  return mayBeClient && hasService(registry, other) ? other : undefined;
}
