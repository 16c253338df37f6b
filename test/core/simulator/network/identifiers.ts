import type { Gateway } from './observationPoint';
import type { LogSetup } from './logSetup';

const BASE_36 = '0123456789abcdefghijklmnopqrstuvwxyz';
const HEX = BASE_36.slice(0, 16);

/** An identifier in the shape of the log's cloud; no two of a log are alike. */
export function interfaceId(
  setup: LogSetup,
  kind: 'eni' | Gateway['kind'] | 'ccn' = 'eni',
): string {
  const { random, cloud, count } = setup;
  const serial = (count.points++).toString(16).padStart(3, '0');
  if (kind === 'eni' && cloud === 'aws') return `eni-0${random.letters(HEX, 13)}${serial}`;
  if (kind === 'eni' && cloud === 'huawei') {
    const groups = [8, 4, 4, 4, 9].map(length => random.letters(HEX, length));
    return `${groups.join('-')}${serial}`;
  }
  return `${kind}-${random.letters(BASE_36, 5)}${serial}`;
}

/** The account that owns everything in a log. */
export function accountId({ random, cloud }: LogSetup): string {
  if (cloud === 'huawei') return random.letters(HEX, 32);
  return random.letters('123456789', cloud === 'aws' ? 12 : 10);
}
