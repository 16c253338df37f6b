import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';

const COLUMNS = [
  ...['version', 'account', 'eni', 'srcaddr', 'dstaddr', 'srcport', 'dstport', 'protocol'],
  ...['packets', 'bytes', 'start', 'stop', 'action', 'status'],
];

/** An IPv4 address with octets up to 255, or what may be an IPv6 address. */
const OCTET = '(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])';
const address = (column: string) =>
  `CASE WHEN regexp_full_match(${column}, '(${OCTET}\\.){3}${OCTET}') OR ${column} LIKE '%:%'
   THEN ${column} END AS ${column}`;
const integer = (column: string, most: number) =>
  `CASE WHEN TRY_CAST(${column} AS BIGINT) BETWEEN 0 AND ${most}
   THEN TRY_CAST(${column} AS BIGINT) END AS ${column}`;
const word = (column: string, words: string) =>
  `CASE WHEN ${column} IN (${words}) THEN ${column} END AS ${column}`;

/** A database with the lines of an ENI export in the value format, illegal values as NULL. */
export class FlowDatabase {
  private constructor(
    private readonly instance: DuckDBInstance,
    private readonly connection: DuckDBConnection,
  ) {}

  static async open(file: string): Promise<FlowDatabase> {
    const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
    const connection = await instance.connect();
    const types = COLUMNS.map(name => `'${name}': 'VARCHAR'`).join(', ');
    const legal = [
      ...['account', 'eni'],
      ...[address('srcaddr'), address('dstaddr')],
      ...[integer('srcport', 65_535), integer('dstport', 65_535), integer('protocol', 255)],
      ...[integer('packets', 1e15), integer('bytes', 1e15)],
      ...[integer('start', 4_294_967_295), integer('stop', 4_294_967_295)],
      ...[word('action', `'ACCEPT', 'REJECT'`), word('status', `'OK', 'NODATA', 'SKIPDATA'`)],
    ];
    await connection.run(`CREATE TABLE raw AS SELECT * FROM read_csv('${file}', delim = ' ',
      header = false, quote = '', escape = '', columns = {${types}})`);
    await connection.run(
      `CREATE TABLE valid AS SELECT rowid AS line, ${legal.join(', ')} FROM raw`,
    );
    await connection.run(`CREATE TABLE flow AS SELECT *,
      CASE WHEN status = 'OK' THEN coalesce(packets, 0) ELSE 0 END AS p,
      CASE WHEN status = 'OK' THEN coalesce(bytes, 0) ELSE 0 END AS b FROM valid`);
    return new FlowDatabase(instance, connection);
  }

  /** The rows that a question has for an answer, numbers as numbers. */
  async ask(sql: string): Promise<Record<string, unknown>[]> {
    const reader = await this.connection.runAndReadAll(sql);
    return reader
      .getRowObjectsJS()
      .map(row =>
        Object.fromEntries(
          Object.entries(row).map(([name, value]) => [
            name,
            typeof value === 'bigint' ? Number(value) : value,
          ]),
        ),
      );
  }

  /** Sums by a key, the largest by a metric first; of equal ones the one with the earlier line. */
  top(key: string, by: string, most: number, where = 'true'): Promise<Record<string, unknown>[]> {
    return this.ask(`SELECT ${key} AS key, count(*) AS records, sum(p)::BIGINT AS packets,
      sum(b)::BIGINT AS bytes, min(line) AS line FROM flow WHERE (${where}) AND (${key}) IS NOT NULL
      GROUP BY ALL ORDER BY ${by} DESC, line LIMIT ${most}`);
  }

  close(): void {
    this.connection.closeSync();
    this.instance.closeSync();
  }
}
