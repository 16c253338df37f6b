import type { StoryView } from '../../server/src/core/requests';
import { flowlog } from './flowlog';

const BEGIN = 1_750_000_000;

/** A record of `eni-a1b2c3d4`, whose address is 10.0.1.5; its start counts from the beginning. */
export function record({
  point = 'eni-a1b2c3d4',
  source = '192.0.2.10',
  destination = '10.0.1.5',
  ports = '50312 443',
  start = 0,
  action = 'ACCEPT',
} = {}): string {
  const from = BEGIN + start;
  return `2 1300000001 ${point} ${source} ${destination} ${ports} 6 20 4249 ${from} ${from + 60} ${action} OK`;
}

/** Runs `flowlog explain` for stories in JSON; lines count from 1. */
export async function explain(args: readonly string[]) {
  const ended = await flowlog(['explain', '--format', 'json', ...args]);
  const lines = ended.stdout.split('\n').filter(line => line !== '');
  return { ...ended, stories: lines.map(line => JSON.parse(line) as StoryView) };
}
