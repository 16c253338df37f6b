import type { Certainty } from './code';
import type { Context } from './context';
import { platformCause } from './platform';
import type { StoryKey } from './storyKey';

/**
 * What refused requests have in common that are told as one: place, protocol, responder's port,
 * passage, the end that is one for all, and who may have refused them. A hundred thousand scanners
 * are one story.
 */
export function rollUpKey(key: StoryKey, certainty: Certainty, context: Context): string {
  const { point, protocol, v6, source, destination, port, local, icmpRequest, reason } = key;
  const outbound = context.isOutbound(point, v6, source, destination);
  const destinationPort = port;
  const cause = platformCause(
    { point, protocol, v6, source, destination, destinationPort, outbound },
    context,
  );
  const platform = typeof cause === 'number' ? 'own' : cause;
  const end = local === 0 ? source : destination;
  const transit = context.isTransit(point, v6, source, destination);
  // Not by joining a list, which takes three times as long: a log may have a million of them.
  const service = `${protocol},${v6},${port},${icmpRequest}`;
  return `${point},${service},${local},${end},${transit},${platform},${reason},${certainty}`;
}
