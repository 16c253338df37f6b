/** The order in which the records of a generated log stand. */
export type Order = 'ascending' | 'descending' | 'shuffled';

const INTERFACES = 300;
const REMOTES = 20_000;
const PORTS = [443, 80, 22, 3306, 8080, 53, 6379, 50051, 9200, 123];
/** Records of a second of log time. */
const RATE = 128;

/**
 * A log of so many records: conversations at 300 interfaces, four of five answered, some scans, and
 * windows without traffic. The same seed gives the same log.
 */
export function generateLog(records: number, order: Order, seed: number): Uint8Array {
  const lines = makeLines(records, seed);
  if (order === 'descending') lines.reverse();
  if (order === 'shuffled') shuffle(lines, random(seed + 1));
  return new TextEncoder().encode(`${lines.join('\n')}\n`);
}

function makeLines(records: number, seed: number): string[] {
  const next = random(seed);
  const below = (limit: number) => Math.floor(next() * limit);
  const lines: string[] = [];
  const waiting: { at: number; line: string }[] = [];
  while (lines.length < records) {
    const start = 1_700_000_000 + Math.floor(lines.length / RATE);
    while (waiting[0] && waiting[0].at <= lines.length) lines.push(waiting.shift()!.line);
    const eni = below(INTERFACES);
    const local = `10.${eni % 8}.${Math.floor(eni / 250)}.${(eni % 250) + 1}`;
    // Few addresses are very busy.
    const rank = Math.floor(REMOTES * next() ** 3);
    const remote = `${rank % 3 === 0 ? '172.16' : '203.0'}.${Math.floor(rank / 250)}.${(rank % 250) + 1}`;
    const port = PORTS[below(PORTS.length)]!;
    const client = 32_768 + below(28_000);
    const kind = next();
    const id = `eni-${eni.toString(36).padStart(8, '0')}`;
    const end = start + below(50);
    const tail = (action: string) =>
      `${below(40) + 1} ${below(9000) + 1600} ${start} ${end} ${action} OK`;
    if (kind < 0.05) {
      const from = start - (start % 60);
      lines.push(`2 1251762227 ${id} - - - - - - - ${from} ${from + 60} - NODATA`);
    } else if (kind < 0.2) {
      lines.push(`2 1251762227 ${id} ${remote} ${local} ${client} ${port} 6 ${tail('REJECT')}`);
    } else {
      lines.push(`2 1251762227 ${id} ${remote} ${local} ${client} ${port} 6 ${tail('ACCEPT')}`);
      const action = kind < 0.22 ? 'REJECT' : 'ACCEPT';
      const reply = `2 1251762227 ${id} ${local} ${remote} ${port} ${client} 6 ${tail(action)}`;
      if (kind < 0.85) waiting.push({ at: lines.length + 20 + below(20), line: reply });
    }
  }
  return lines.slice(0, records);
}

function shuffle(lines: string[], next: () => number): void {
  for (let i = lines.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [lines[i], lines[j]] = [lines[j]!, lines[i]!];
  }
}

/** Mulberry32: small, and good enough for test data. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
