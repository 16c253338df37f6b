/** node idiomatic.mjs FILE: what one would write first: a line at a time, split, maps. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { isIP } from 'node:net';

const lines = createInterface({ input: createReadStream(process.argv[2] ?? '') });
const totals = { records: 0, packets: 0, bytes: 0, rejected: 0 };
/** @type {Map<string, number>[]} */
const maps = Array.from({ length: 6 }, () => new Map());
let faults = 0;
for await (const line of lines) {
  const f = line.split(' ');
  totals.records++;
  if (f[12] === 'REJECT') totals.rejected++;
  if (f[13] !== 'OK') continue;
  const [src = '', dst = '', dport = ''] = [f[3], f[4], f[6]];
  const ports = Number(f[5]) <= 65535 && Number(dport) <= 65535;
  if (f.length !== 14 || !isIP(src) || !isIP(dst) || !ports) faults++;
  const bytes = Number(f[9]);
  totals.packets += Number(f[8]);
  totals.bytes += bytes;
  [src, dst, dport, `${src} ${dst} ${dport}`, f[2] ?? '', f[7] ?? ''].forEach((key, i) => {
    maps[i]?.set(key, (maps[i]?.get(key) ?? 0) + bytes);
  });
}
const [topSource] = [...(maps[0] ?? [])].sort((a, b) => b[1] - a[1])[0] ?? [];
console.log(JSON.stringify({ ...totals, topSource, faults }));
