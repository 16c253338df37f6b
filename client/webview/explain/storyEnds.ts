import type { StoryEnd, StoryView } from '../../../server/src/core/requests';

/** Whether the story says who began; if not, its ends are told in its sentence alone. */
export function isDirectionKnown({ initiator, responder }: StoryView): boolean {
  return initiator.address !== null || responder.address !== null;
}

/** An end as people write it; without an address it stands for several. */
export function endText({ address, port }: StoryEnd): string {
  if (address === null) return port === null ? 'several' : `several, port ${port}`;
  if (port === null) return address;
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}

/** The two ends and what they speak: `198.51.100.7 → 10.0.0.5:443, TCP`. */
export function endsText(story: StoryView): string {
  const { initiator, responder, protocol, protocolName } = story;
  if (protocol === null) return '';
  if (isDirectionKnown(story)) {
    return `${endText(initiator)} \u2192 ${endText(responder)}, ${protocolName}`;
  }
  const ends = addressesIn(story.summary).slice(0, 2);
  return ends.length === 2 ? `${ends.join(' \u2194 ')}, ${protocolName}` : protocolName;
}

/** The addresses that a sentence names, each once. */
export function addressesIn(sentence: string): string[] {
  const address =
    /(?<![\w.:])(?:\d{1,3}(?:\.\d{1,3}){3}|[\da-f]*:[\da-f:]*:[\da-f]*)(?![\w:]|\.\d)/gi;
  return [...new Set(sentence.match(address) ?? [])];
}

/** Traffic between regions, where neither of the layers of a subnet has a part. */
export function isBetweenRegions({ layer, observationPoint }: StoryView): boolean {
  return layer === 'bandwidth-limit' || /^ccn-/i.test(observationPoint);
}
