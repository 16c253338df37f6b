import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { once } from 'node:events';
import { inProject } from '../project.mjs';

const ADDRESSES = 20_000;
const INTERFACES = 300;

/**
 * A generated export of about so many MB, the same at every call: 79 % ACCEPT, 16 % REJECT, 5 %
 * without data, replies to most accepted flows, a few busy addresses and many quiet ones.
 *
 * @param {string} form
 * @param {number} size in MB
 * @returns {Promise<string>} its path
 */
export async function exportOf(form, size) {
  const folder = inProject('bench-data');
  const file = `${folder}/${form}-${size}.log`;
  if (existsSync(file) && (await stat(file)).size >= size * 1e6) return file;
  await mkdir(folder, { recursive: true });
  const out = createWriteStream(file);
  const write = form === 'key-value' ? keyValue : positional;
  let written = 0;
  const random = generator(42);
  for (let record = 0; written < size * 1e6;) {
    let text = '';
    for (let i = 0; i < 5000; i++, record++) text += write(flow(random, record));
    written += text.length;
    if (!out.write(text)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
  return file;
}

/** @param {() => number} random */
function flow(random, /** @type {number} */ record) {
  const start = 1_700_000_000 + Math.floor(record / 128);
  const end = start + 60;
  const eni = `eni-${Math.floor(random() * INTERFACES)
    .toString(36)
    .padStart(8, 'a')}`;
  const kind = random();
  if (kind < 0.05) return { start, end, eni, status: kind < 0.045 ? 'NODATA' : 'SKIPDATA' };
  const inside = `10.${busy(random, 4)}.${busy(random, 64)}.${busy(random, 250)}`;
  const number = Math.floor(random() ** 3 * ADDRESSES);
  const outside = `198.${18 + (number & 1)}.${(number >> 8) & 255}.${number & 255}`;
  const reply = random() < 0.45;
  const [near, far] = [443, 1024 + Math.floor(random() * 64_000)];
  const packets = 1 + Math.floor(random() ** 2 * 400);
  return {
    ...{
      start,
      end,
      eni,
      status: 'OK',
      packets,
      bytes: packets * (40 + Math.floor(random() * 1400)),
    },
    ...(reply
      ? { source: inside, destination: outside, srcport: near, dstport: far }
      : { source: outside, destination: inside, srcport: far, dstport: near }),
    ...{ protocol: random() < 0.9 ? 6 : 17, action: random() < 0.83 ? 'ACCEPT' : 'REJECT' },
  };
}

/** @param {Record<string, unknown>} f */
function positional(f) {
  const head = `2 1300000001 ${f.eni}`;
  return f.status === 'OK'
    ? `${head} ${f.source} ${f.destination} ${f.srcport} ${f.dstport} ${f.protocol} ${f.packets} ${f.bytes} ${f.start} ${f.end} ${f.action} OK\n`
    : `${head} - - - - - - - ${f.start} ${f.end} - ${f.status}\n`;
}

/** @param {Record<string, unknown>} f */
function keyValue(f) {
  const value = (/** @type {string} */ name) => f[name] ?? '-';
  return `srcaddr:${value('source')} dstport:${value('dstport')} account-id:1300000001 start:${f.start} dstaddr:${value('destination')} version:0001_0001 packets:${value('packets')} protocol:${value('protocol')} bytes:${value('bytes')} action:${value('action')} srcport:${value('srcport')} end:${f.end} log-status:${f.status} interface-id:${f.eni}\n`;
}

/** A number below `count`, small ones far oftener. */
function busy(/** @type {() => number} */ random, /** @type {number} */ count) {
  return Math.floor(random() ** 2 * count);
}

/** mulberry32 */
function generator(/** @type {number} */ seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
