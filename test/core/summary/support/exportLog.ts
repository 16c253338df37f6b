import { seededRandom, type Random } from '../../kernel/random';

/** What an export of one hour or more looks like. */
export interface ExportShape {
  readonly records: number;
  readonly seed: number;
  /** Different addresses outside, the first of them by far the busiest. */
  readonly remotes?: number;
  readonly interfaces?: number;
  readonly recordsPerSecond?: number;
  /** Lines of every thousand that are wrong in some way. */
  readonly faulty?: number;
}

const SERVICES = [443, 443, 443, 80, 80, 53, 22, 3306, 6379, 123, 8080, 5432, 25, 3389];
const BEGIN = 1_655_104_384;

/** A reply that is still to come. */
interface Reply {
  readonly remote: string;
  readonly remotePort: number;
  readonly local: string;
  readonly port: number;
  readonly protocol: number;
  readonly eni: string;
}

/**
 * Lines of an ENI export in the value format: clients outside come to services inside, most get a
 * reply on the same interface, some are refused; a few scan. The same seed gives the same lines.
 */
export function* exportLines({
  records,
  seed,
  remotes = 20_000,
  interfaces = 300,
  recordsPerSecond = 128,
  faulty = 1,
}: ExportShape): Generator<string> {
  const random = seededRandom(seed);
  const waiting: Reply[] = [];
  const pick = (below: number) => Math.floor(random() * below);
  for (let n = 0; n < records; n++) {
    const start = BEGIN + Math.floor(n / recordsPerSecond);
    const end = start + pick(60);
    const at = pick(interfaces);
    const eni = `eni-${(at + 46_656).toString(36).padStart(8, 'a')}`;
    const local = `10.${at >> 8}.${at & 255}.10`;
    const odd = random();
    if (odd < 0.05) {
      const status = odd < 0.045 ? 'NODATA' : 'SKIPDATA';
      yield `2 1251762227 ${eni} - - - - - - - ${start} ${start + 60} - ${status}`;
      continue;
    }
    const reply = odd < 0.45 ? waiting.splice(pick(waiting.length), 1)[0] : undefined;
    const packets = 1 + Math.floor(random() ** 6 * 2000);
    const bytes = packets * (40 + pick(1400));
    const figures = `${packets} ${bytes} ${start} ${end}`;
    if (reply) {
      const { remote, remotePort, protocol, port } = reply;
      // An echo reply has the request's identifier, and type and code 0.
      const ports = protocol === 1 ? `${remotePort} 0 1` : `${port} ${remotePort} ${protocol}`;
      yield `2 1251762227 ${reply.eni} ${reply.local} ${remote} ${ports} ${figures} ACCEPT OK`;
      continue;
    }
    const flow = newFlow(random, remotes, local, eni);
    const refused = random() < 0.2;
    if (!refused && waiting.length < 1500) waiting.push(flow);
    const ports = `${flow.remotePort} ${flow.port} ${flow.protocol}`;
    const line = `2 1251762227 ${eni} ${flow.remote} ${local} ${ports} ${figures} ${refused ? 'REJECT' : 'ACCEPT'} OK`;
    yield random() * 1000 < faulty ? damaged(line, pick(4)) : line;
  }
}

function newFlow(random: Random, remotes: number, local: string, eni: string): Reply {
  const odd = random();
  const number = Math.floor(remotes * random() ** 3);
  const remote =
    odd < 0.005
      ? `2001:db8::${(number & 0xffff).toString(16)}`
      : `203.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;
  const remotePort = 32_768 + Math.floor(random() * 28_000);
  if (odd > 0.97) {
    const port = 1 + Math.floor(random() * 9000);
    return { remote: '198.51.100.66', remotePort, local, port, protocol: 6, eni };
  }
  if (odd > 0.95) return { remote, remotePort: 7, local, port: 2048, protocol: 1, eni };
  const port = SERVICES[Math.floor(random() * SERVICES.length)]!;
  const protocol = port === 53 || port === 123 ? 17 : odd > 0.9499 ? 132 : 6;
  return { remote, remotePort, local, port, protocol, eni };
}

/** The same line with one value that is no legal one, and still a record to any reader. */
function damaged(line: string, way: number): string {
  const values = line.split(' ');
  const change: readonly [number, string][] = [
    [4, '10.0.0.256'],
    [8, '1,000'],
    [12, 'accept'],
    [5, '70000'],
  ];
  const [at, text] = change[way]!;
  values[at] = text;
  return values.join(' ');
}
