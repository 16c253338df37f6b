import type { StoryEnd, StoryView } from '../../../server/src/core/requests';
import { counted } from './counted';

/** Whether the story says who began. */
export function isDirectionKnown({ initiator, responder }: StoryView): boolean {
  return initiator.address !== null || responder.address !== null;
}

/** An end as people write it; without an address it stands for several. */
export function endText({ address, port }: StoryEnd, peers?: StoryView['peers']): string {
  if (address === null) {
    const many = peers ? severalText(peers) : 'several';
    return port === null ? many : `${many}, port ${port}`;
  }
  if (port === null) return address;
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}

/** How many ends there are where they differ: `at least 1,200 addresses, 3 of them private`. */
function severalText({ count, privateOnes, atLeast }: NonNullable<StoryView['peers']>): string {
  const some = `${atLeast ? 'at least ' : ''}${counted(count, 'address', 'addresses')}`;
  return privateOnes > 0 ? `${some}, ${counted(privateOnes, 'private one')}` : some;
}

/** The two ends and what they speak: `198.51.100.7 → 10.0.0.5:443, TCP`. */
export function endsText(story: StoryView): string {
  const { initiator, responder, peers, protocol, protocolName } = story;
  if (protocol === null) return '';
  if (isDirectionKnown(story)) {
    return `${endText(initiator, peers)} \u2192 ${endText(responder, peers)}, ${protocolName}`;
  }
  return `${story.ends.map(end => endText(end)).join(' \u2194 ')}, ${protocolName}`;
}

/** Traffic between regions, where neither of the layers of a subnet has a part. */
export function isBetweenRegions({ layer, observationPoint, regions }: StoryView): boolean {
  return layer === 'bandwidth-limit' || regions !== null || /^ccn-/i.test(observationPoint);
}
