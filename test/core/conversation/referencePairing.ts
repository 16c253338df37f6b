import { chunksOf } from '../../../server/src/core/conversation/chunkSource';
import { factsOf } from '../../../server/src/core/conversation/factsOf';
import type { LogFacts } from '../../../server/src/core/conversation/logFacts';
import { pairRecords } from '../../../server/src/core/conversation/pairRecords';
import { RECORD, RecordReader } from '../../../server/src/core/conversation/recordReader';
import type { FlowTable } from '../../../server/src/core/table/flowTable';

/** A conversation as a list of what its records are, in order of time and then of lines. */
export type Paired = readonly string[];

interface Row {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

/** Pairs a table slowly and obviously: sort, then cut where nothing overlaps or touches. */
export function pairSlowly(table: FlowTable): Paired[] {
  const facts = run(factsOf(table, { icmpOrder: 'auto' }));
  const byKey = new Map<string, Row[]>();
  for (const row of rowsOf(table, facts)) byKey.set(row.key, [...(byKey.get(row.key) ?? []), row]);
  const conversations: Paired[] = [];
  for (const rows of byKey.values()) {
    rows.sort((x, y) => x.start - y.start || x.line - y.line);
    let current: Row[] = [];
    let end = 0;
    for (const row of rows) {
      const last = current.at(-1);
      if (last && row.start > last.start + facts.window && row.start > end) {
        conversations.push(current.map(({ line }) => String(line)));
        current = [];
        end = 0;
      }
      current.push(row);
      end = Math.max(end, Math.min(row.end, row.start + 600));
    }
    conversations.push(current.map(({ line }) => String(line)));
  }
  return conversations.map(lines => [...lines].sort(byNumber)).sort(byFirst);
}

function rowsOf(table: FlowTable, { points, addresses, icmp }: LogFacts): Row[] {
  const source = chunksOf(table);
  const reader = new RecordReader(points, addresses, icmp);
  const rows: Row[] = [];
  for (let index = 0; index < source.count; index++) {
    const chunk = source.at(index);
    reader.open(chunk);
    for (let row = 0; row < chunk.lines; row++) {
      if (reader.read(row) !== RECORD.flow) continue;
      const { point, a, b, ports, meta, start, end } = reader;
      rows.push({
        key: [point, a, b, ports, meta].join(),
        start,
        end,
        line: source.firstLine(index) + row,
      });
    }
  }
  return rows;
}

/** The conversations that the table pairs into, by their lines. */
export function pairedBy(table: FlowTable, batch?: number): Paired[] {
  const facts = run(factsOf(table, { icmpOrder: 'auto' }));
  const conversations: Paired[] = [];
  const options = {
    mostLines: Number.POSITIVE_INFINITY,
    ...(batch === undefined ? {} : { batch }),
  };
  const pairing = pairRecords(chunksOf(table), facts, options, ({ lines }, lists) => {
    const all = [...lists.sorted(lines[0]), ...lists.sorted(lines[1])];
    conversations.push(all.map(String).sort(byNumber));
  });
  run(pairing);
  return conversations.sort(byFirst);
}

export function run<T>(work: Generator<unknown, T>): T {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}

const byNumber = (x: string, y: string) => Number(x) - Number(y);
const byFirst = (x: Paired, y: Paired) => Number(x[0]) - Number(y[0]);
