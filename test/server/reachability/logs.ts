import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A log among the samples of the project. */
export function sample(name: string): string {
  return readFileSync(join(__dirname, '../../../samples', name), 'utf8');
}

/** Where it begins in the logs of these tests. */
const BEGIN = 1_750_000_000;

/** One record of `eni-lq6mkcis`; times are seconds from the beginning. */
export function record(
  source: string,
  destination: string,
  ports: string,
  [start, end]: readonly [number, number],
  action: 'ACCEPT' | 'REJECT',
): string {
  return `2 1251762227 eni-lq6mkcis ${source} ${destination} ${ports} 10 1200 ${BEGIN + start} ${BEGIN + end} ${action} OK`;
}

const client = '203.0.113.12';
const server = '172.31.16.139';

/** A connection to HTTPS whose replies the network ACL refuses, after a minute of other traffic. */
export const refusedReply = [
  record('198.51.100.7', server, '40000 443 6', [0, 50], 'ACCEPT'),
  record(server, '198.51.100.7', '443 40000 6', [1, 51], 'ACCEPT'),
  record('198.51.100.7', server, '40000 443 6', [60, 110], 'ACCEPT'),
  record(server, '198.51.100.7', '443 40000 6', [61, 111], 'ACCEPT'),
  record(client, server, '50622 443 6', [120, 160], 'ACCEPT'),
  record(server, client, '443 50622 6', [121, 161], 'REJECT'),
].join('\n');

/** Somebody tries a port that is refused. */
export const scan = record(client, server, '51000 22 6', [120, 121], 'REJECT');
