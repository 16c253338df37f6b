/**
 * node duckdbTotals.mjs FILE: what DuckDB counts in a positional export, read as a stream so that
 * memory does not grow with the file.
 */
import { DuckDBInstance } from '@duckdb/node-api';

const [file = ''] = process.argv.slice(2);
const TEXTS = ['version', 'account', 'eni', 'src', 'dst', 'action', 'status'];
const COLUMNS =
  'version account eni src dst sport dport proto packets bytes start end_ action status'.split(' ');

const types = COLUMNS.map(name => `'${name}': '${TEXTS.includes(name) ? 'VARCHAR' : 'BIGINT'}'`);
const from = `read_csv('${file}', delim=' ', header=false, nullstr='-', auto_detect=false,
  columns={${types.join(', ')}})`;

const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
const connection = await instance.connect();
const row = async (/** @type {string} */ sql) =>
  (await connection.runAndReadAll(sql)).getRowObjectsJson()[0];
const totals = await row(
  `select count(*) records, sum(packets) filter (status = 'OK') packets,
   sum(bytes) filter (status = 'OK') bytes, count(*) filter (action = 'REJECT') rejected,
   count(*) filter (sport > 65535 or dport > 65535) faults from ${from}`,
);
const source = await row(
  `select src, sum(bytes) bytes from ${from} where status = 'OK'
   group by src order by bytes desc limit 1`,
);
const numbers = Object.entries(totals ?? {}).map(([name, value]) => [name, Number(value)]);
console.log(
  JSON.stringify({
    ...Object.fromEntries(numbers),
    topSource: source?.src,
    topSourceBytes: Number(source?.bytes),
  }),
);
