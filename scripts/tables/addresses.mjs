import { fileHeader, rowsConstant, sourceConstant } from './render.mjs';

/**
 * IPv4 ranges are [first, last, …], IPv6 ranges [prefix bytes in hexadecimal, prefix length, …],
 * the narrowest first, so that the first one that holds an address is the one that counts.
 */
export function addressesFile({ ipv4Special, ipv4Multicast, ipv6Special, ipv6Multicast }) {
  const abouts = [ipv4Special, ipv4Multicast, ipv6Special, ipv6Multicast].map(({ about }) => about);
  const flags = 'Flags: source, destination, forwardable, globally reachable, reserved; T, F or -';
  const special =
    'block: string, name: string, reference: string, flags: string, ' +
    'allocated: string, terminated: string, note: string';
  const group = 'block: string, name: string, reference: string';
  const range = 'first: number, last: number';
  const prefix = 'prefix: string, length: number';
  return [
    fileHeader(abouts, [flags]),
    sourceConstant('ipv4SpecialSource', ipv4Special.about),
    sourceConstant('ipv4MulticastSource', ipv4Multicast.about),
    sourceConstant('ipv6SpecialSource', ipv6Special.about),
    sourceConstant('ipv6MulticastSource', ipv6Multicast.about),
    '\n',
    `export type Ipv4SpecialRow = readonly [${range}, ${special}];\n`,
    `export type Ipv4MulticastRow = readonly [${range}, ${group}];\n`,
    `export type Ipv6SpecialRow = readonly [${prefix}, ${special}];\n`,
    `export type Ipv6MulticastRow = readonly [${prefix}, ${group}];\n\n`,
    rowsConstant('ipv4SpecialRows', 'Ipv4SpecialRow', ipv4Rows(ipv4Special, specialCells)),
    rowsConstant('ipv4MulticastRows', 'Ipv4MulticastRow', ipv4Rows(ipv4Multicast, multicastCells)),
    rowsConstant('ipv6SpecialRows', 'Ipv6SpecialRow', ipv6Rows(ipv6Special, specialCells)),
    rowsConstant('ipv6MulticastRows', 'Ipv6MulticastRow', ipv6Rows(ipv6Multicast, multicastCells)),
  ].join('');
}

function multicastCells(row) {
  return [row.block, row.name, row.reference];
}

function specialCells(row) {
  const flags = [
    row.source,
    row.destination,
    row.forwardable,
    row.globally_reachable,
    row.reserved_by_protocol,
  ].map(flag => ({ True: 'T', False: 'F' })[flag] ?? '-');
  const dates = [row.allocated, row.terminated];
  return [row.block, row.name, row.reference, flags.join(''), ...dates, row.note];
}

function ipv4Rows({ rows }, cells) {
  return rows
    .map(row => [...ipv4Range(row.block), ...cells(row)])
    .sort((a, b) => a[1] - a[0] - (b[1] - b[0]) || a[0] - b[0]);
}

function ipv6Rows({ rows }, cells) {
  return rows
    .map(row => [...ipv6Prefix(row.block), ...cells(row)])
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

function ipv4Range(block) {
  const [first, last] = block.split('-').map(part => ipv4Number(part.split('/')[0]));
  if (last !== undefined) return [first, last];
  const length = Number(block.split('/')[1]);
  const size = 2 ** (32 - length);
  if (first % size !== 0) throw new Error(`${block} has host bits`);
  return [first, first + size - 1];
}

function ipv4Number(text) {
  return text.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0);
}

function ipv6Prefix(block) {
  const [address, length] = block.split('/');
  const [head, tail = ''] = address.split('::');
  const groups = part => part.split(':').filter(group => group !== '');
  const missing = 8 - groups(head).length - groups(tail).length;
  const all = [...groups(head), ...Array(missing).fill('0'), ...groups(tail)];
  const hex = all.map(group => group.padStart(4, '0')).join('');
  return [hex.slice(0, Math.ceil(Number(length) / 8) * 2), Number(length)];
}
