import { servicesText } from './services.data';

export { servicesSource } from './services.data';

/** The protocols that have ports in IANA's registry: TCP, UDP, DCCP and SCTP. */
export type PortProtocol = 6 | 17 | 33 | 132;

/** What IANA registered for a port; that traffic uses the port does not prove it is that service. */
export interface Service {
  readonly name: string;
  /** Further names registered for the same port. */
  readonly aliases?: readonly string[];
  /** Absent where it only repeats the name. */
  readonly description?: string;
}

const bitOf: Readonly<Record<PortProtocol, number>> = { 6: 1, 17: 2, 132: 4, 33: 8 };

/** Lines of servicesText in the order of ports, and which protocols a port has a service under. */
interface Index {
  readonly bits: Uint8Array;
  readonly lines: readonly string[];
  /** The lines of a port: from lineOfPort[port] up to, not including, lineOfPort[port + 1]. */
  readonly lineOfPort: Uint16Array;
}

let built: Index | undefined;

/** A service name is registered for the port under this protocol. */
export function hasService(protocol: PortProtocol, port: number): boolean {
  built ??= buildIndex();
  return ((built.bits[port] ?? 0) & bitOf[protocol]) !== 0;
}

/** The service registered for the port under this protocol. */
export function serviceOf(protocol: PortProtocol, port: number): Service | undefined {
  if (!hasService(protocol, port)) return undefined;
  const { lines, lineOfPort } = (built ??= buildIndex());
  for (let at = lineOfPort[port] ?? 0; at < (lineOfPort[port + 1] ?? 0); at++) {
    const [, bits, words] = splitLine(lines[at] ?? '');
    if (bits & bitOf[protocol]) return readWords(words);
  }
  return undefined;
}

/** How many pairs of protocol and port have a service. */
export function serviceCount(): number {
  built ??= buildIndex();
  let count = 0;
  for (const bits of built.bits) {
    for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  }
  return count;
}

function buildIndex(): Index {
  const lines = servicesText.split('\n');
  const bits = new Uint8Array(65536);
  const lineOfPort = new Uint16Array(65537);
  let port = 0;
  let next = 0;
  lines.forEach((line, at) => {
    const [distance, protocols] = splitLine(line);
    port += distance;
    while (next <= port) lineOfPort[next++] = at;
    bits[port] = (bits[port] ?? 0) | protocols;
  });
  lineOfPort.fill(lines.length, next);
  return { bits, lines, lineOfPort };
}

/**
 * A line is the distance from the port of the line before, the bits of the protocols (TCP 1, UDP 2,
 * SCTP 4, DCCP 8), the names joined by "|", and after a tab the description.
 */
function splitLine(line: string): [distance: number, bits: number, words: string] {
  const first = line.indexOf(' ');
  const second = line.indexOf(' ', first + 1);
  const bits = Number(line.slice(first + 1, second));
  return [Number(line.slice(0, first)), bits, line.slice(second + 1)];
}

function readWords(words: string): Service {
  const [names = '', description] = words.split('\t');
  const [name = '', ...aliases] = names.split('|');
  return {
    name,
    ...(aliases.length > 0 && { aliases }),
    ...(description !== undefined && { description }),
  };
}
