/** node duckdb.mjs FILE THREADS: loads an export into DuckDB and answers the summary's questions. */
import { DuckDBInstance } from '@duckdb/node-api';

const [file = '', threads = '2'] = process.argv.slice(2);
const instance = await DuckDBInstance.create(':memory:', { threads });
const connection = await instance.connect();
const names = ['version', 'account', 'eni', 'src', 'dst', 'sport', 'dport', 'proto', 'packets'];
names.push('bytes', 'start', 'end_', 'action', 'status');
const numbers = new Set(['sport', 'dport', 'proto', 'packets', 'bytes', 'start', 'end_']);
const columns = names.map(name => `'${name}': '${numbers.has(name) ? 'BIGINT' : 'VARCHAR'}'`);
await connection.run(
  `create table f as select * from read_csv('${file}', delim=' ', header=false, nullstr='-',
   auto_detect=false, ignore_errors=true, columns={${columns.join(', ')}})`,
);
const rows = async (/** @type {string} */ sql) =>
  (await connection.runAndReadAll(sql)).getRowObjectsJson();
const top = (/** @type {string} */ keys, where = '') =>
  rows(`select ${keys}, count(*) n, sum(packets) p, sum(bytes) b from f
        where status = 'OK' ${where} group by all order by b desc nulls last limit 10`);
const [totals] = await rows(
  `select count(*) records, sum(packets) filter (status = 'OK') packets,
   sum(bytes) filter (status = 'OK') bytes, count(*) filter (action = 'REJECT') rejected from f`,
);
const [source] = await top('src');
for (const keys of ['dst', 'dport', 'src, dst, dport', 'eni', 'proto', 'action']) await top(keys);
for (const keys of ['src', 'dport', 'src, dst']) await top(keys, "and action = 'REJECT'");
await rows('select start // 60 m, count(*), sum(bytes) from f group by m order by m');
console.log(
  JSON.stringify({
    records: Number(totals?.records),
    packets: Number(totals?.packets),
    bytes: Number(totals?.bytes),
    rejected: Number(totals?.rejected),
    topSource: source?.src,
  }),
);
