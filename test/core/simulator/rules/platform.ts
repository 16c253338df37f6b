import type { Cloud } from '../network/logSetup';
import { TCP, UDP } from '../packets/protocol';
import type { Direction, Headers } from './rule';

/** Destination ports that the platform drops in both directions, whatever any rule says. */
const UNSUPPORTED = new Set(
  [
    [42, 135, 137, 138, 139, 445, 593, 1025, 1068, 1434, 3127, 3128, 3129, 3130, 4444, 5554, 5800],
    [5900, 9996],
  ].flat(),
);
const UNSUPPORTED_UDP = new Set([
  135, 136, 137, 138, 139, 1026, 1027, 1028, 1068, 1433, 1434, 5554, 9996,
]);
const SMTP = 25;

/** Ports that exist as an ephemeral port of some client, and yet are blocked as a destination. */
export const UNSUPPORTED_CLIENT_PORTS: readonly number[] = [1025, 1068, 3128, 4444, 5554, 9996];

/**
 * The platform drops the packet before any rule is asked. It keeps no state. Other clouds than
 * Tencent's block mail on its way out, and nothing else.
 */
export function platformDrops(headers: Headers, direction: Direction, cloud: Cloud): boolean {
  const { protocol, dstPort } = headers;
  if (protocol === TCP && direction === 'egress' && dstPort === SMTP) return true;
  if (cloud !== 'tencent') return false;
  if (protocol === TCP) return UNSUPPORTED.has(dstPort);
  return protocol === UDP && UNSUPPORTED_UDP.has(dstPort);
}
