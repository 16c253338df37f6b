import assert from 'node:assert/strict';
import type { ReachabilitySettings } from '../../../server/src/core/reachability/settings';
import { storiesOf } from './logs';

type Settings = Partial<ReachabilitySettings>;

export const QUIET = `
  -120+60 NODATA
  -60+60 NODATA`;
export const COMPANY = `
  5+20 198.51.100.7:40000 > 10.0.0.4:443 tcp ACCEPT
  5+19 10.0.0.4:443 > 198.51.100.7:40000 tcp ACCEPT
  6+15 198.51.100.7:40001 > 10.0.0.4:443 tcp ACCEPT`;
export const BEFORE = QUIET + COMPANY;
export const REQUEST = '10+3 203.0.113.12:50000 > 10.0.0.4:22 tcp ACCEPT';
export const REPLY = '10+3 10.0.0.4:22 > 203.0.113.12:50000 tcp REJECT';
export const PING = '10+3 203.0.113.12 > 10.0.0.4 icmp(8,0,77) ACCEPT';
export const PONG = '11+3 10.0.0.4 > 203.0.113.12 icmp(0,0,77) REJECT';

/** The certainty of the one refused reply of a log, and the conditions that fail for it. */
export function judged(short: string, settings: Settings = {}): string {
  const found = storiesOf(short, settings).filter(({ code }) => code === 'reply-rejected-by-acl');
  assert.equal(
    found.length,
    1,
    `one refused reply, of ${storiesOf(short, settings)
      .map(({ code }) => code)
      .join(', ')}`,
  );
  const { certainty, layer, failures, doesNotProve } = found[0]!;
  if (layer !== 'unknown') {
    for (const { reason } of failures) assert.ok(doesNotProve.includes(reason), 'says what fails');
  }
  return [certainty, ...failures.map(({ name }) => name)].join(' ');
}

/** Two logs that differ in one thing: with the first the reply is proved, with the second not. */
interface Pair {
  readonly title: string;
  readonly holds: string;
  readonly fails: string;
  readonly verdict: string;
  readonly holdsWith?: Settings;
  readonly failsWith?: Settings;
}

/** Parts of a log, one below the other. */
export const log = (...parts: readonly string[]) => parts.join('\n');

export function check(pairs: readonly Pair[]): void {
  for (const { title, holds, fails, verdict, holdsWith, failsWith } of pairs) {
    it(title, () => {
      assert.equal(judged(holds, holdsWith), 'proved');
      assert.equal(judged(fails, failsWith), verdict);
    });
  }
}
