import { protocolWord } from '../explain/transport';
import { platformBlockOf } from '../tables/platformPorts';
import { isProviderAddress } from '../tables/tencentAddresses';
import type { Context } from './context';

/** Packets of one way, as far as it matters whether the platform itself may drop them. */
export interface PlatformPassage {
  readonly point: number;
  readonly protocol: number;
  readonly v6: boolean;
  readonly source: number;
  readonly destination: number;
  /** 0 where there is none. */
  readonly destinationPort: number;
  /** Undefined where that is not known. */
  readonly outbound: boolean | undefined;
}

/** Why the platform itself may have dropped packets, as a sentence; undefined if nothing says so. */
export function platformSuspicion(passage: PlatformPassage, context: Context): string | undefined {
  const { protocol, v6, destinationPort } = passage;
  const cause = platformCause(passage, context);
  if (cause === undefined) return undefined;
  if (typeof cause === 'number') {
    return `${context.facts.addresses.text(cause, v6)} is in a range of the platform's own services.`;
  }
  const what = `${protocolWord(protocol)} ${destinationPort}`;
  const isOpen = passage.outbound === undefined;
  return cause === 'outbound'
    ? `${isOpen ? 'If this is outbound: ' : ''}Tencent Cloud blocks outbound ${what} by default, whatever the rules say.`
    : `Tencent Cloud does not support ${what} and may drop it, whatever the rules say.`;
}

/** The end that is the platform's own, or how it blocks the port; undefined if neither is so. */
export function platformCause(
  { point, protocol, v6, source, destination, destinationPort, outbound }: PlatformPassage,
  context: Context,
): number | ReturnType<typeof platformBlockOf> {
  if (!context.mayBeTencent(point)) return undefined;
  const own = [source, destination].find(address => !v6 && isProviderAddress(address));
  if (own !== undefined) return own;
  const block = platformBlockOf(protocol, destinationPort);
  return block === 'outbound' && outbound === false ? undefined : block;
}
