import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, rename, stat } from 'node:fs/promises';
import { once } from 'node:events';
import { inProject } from '../project.mjs';
import { flows } from './flows.mjs';

/** @typedef {import('./flows.mjs').Flow} Flow */

const ENI =
  'version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status';

/**
 * The columns of a form as text, but for key:value, whose keys stand before the values. Every record of
 * the faulty one has an interface id that no cloud writes so.
 */
const COLUMNS = {
  positional: ENI,
  'key-value':
    'srcaddr dstport account-id start dstaddr version packets protocol bytes action srcport end log-status interface-id',
  header:
    'interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status',
  faulty: ENI,
  ccn: 'version region-id ccn-id srcaddr dstaddr srcport dstport protocol srcregionid dstregionid packets bytes start end action log-status',
};

/** Forms that exports are generated in. */
export const FORMS = Object.keys(COLUMNS);

/**
 * A generated export of about so many MB, the same at every call (see flows.mjs).
 *
 * @param {string} form
 * @param {number} size in MB
 * @returns {Promise<string>} its path
 */
export async function exportOf(form, size) {
  const columns = COLUMNS[/** @type {keyof typeof COLUMNS} */ (form)].split(' ');
  const folder = inProject('bench-data');
  const file = `${folder}/${form}-${size}.log`;
  if (existsSync(file) && (await stat(file)).size >= size * 1e6) return file;
  await mkdir(folder, { recursive: true });
  const out = createWriteStream(`${file}.part`);
  let written = 0;
  const write = async (/** @type {string} */ text) => {
    written += text.length;
    if (!out.write(text)) await once(out, 'drain');
  };
  if (form === 'header') await write(`${columns.join(' ')}\n`);
  const source = flows(42);
  while (written < size * 1e6) {
    let text = '';
    for (let i = 0; i < 5000; i++) text += `${lineOf(source.next().value, columns, form)}\n`;
    await write(text);
  }
  out.end();
  await once(out, 'finish');
  await rename(`${file}.part`, file);
  return file;
}

/** @param {Flow} flow @param {string[]} columns @param {string} form */
function lineOf(flow, columns, form) {
  const keyed = form === 'key-value';
  const value = (/** @type {string} */ column) => {
    if (column === 'version') return keyed ? '0001_0001' : '2';
    // The documents know no SKIPDATA in a CCN's records.
    if (form === 'ccn' && flow[column] === 'SKIPDATA') return 'NODATA';
    if (form === 'faulty' && column === 'interface-id') return `${flow[column] ?? '-'}-0`;
    return flow[column] ?? '-';
  };
  return columns.map(column => (keyed ? `${column}:${value(column)}` : value(column))).join(' ');
}
