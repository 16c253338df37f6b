import { counted } from '../../explain/quantities';
import type { Side, Tale } from '../tale';
import { verdict } from '../verdict';
import { amount, lineText, times } from '../words';
import type { ReachabilityCode } from './reachabilityCode';

export const throttled: ReachabilityCode = {
  code: 'throttled',
  title: 'Throttled between regions',
  when: 'A cross-region record has REJECT.',
  certainty: 'proved',
  rank: 2,
  fits: seen => {
    if (!seen.isCcn || !seen.hasReject) return undefined;
    const { refused } = seen.conversation;
    const certainty = seen.isCounted(...refused.filter(lane => lane.records > 0))
      ? 'proved'
      : 'undecided';
    return verdict(certainty, seen.requestOr(seen.conversation.hasReject(0) ? 0 : 1));
  },
  tell: tale => {
    const sides = [tale.request, tale.reply].filter(side => side.refused.records > 0);
    const [source, destination] = tale.regions ?? ['the source region', 'the destination region'];
    const { first, last, line } = spanOf(sides);
    const ways = sides.map(({ from, to }) => route(tale, from, to)).join(' and ');
    if (tale.certainty === 'undecided') {
      return {
        layer: 'bandwidth-limit',
        about: 'none',
        lookFor: 'regions',
        summary: `Undecided: ${tale.protocolName} traffic ${ways} is REJECT at ${tale.at} (first in ${lineText(line)}), which means throttling, but its records count no packet.`,
        proves: 'Nothing: a record that counts no packet does not tell that one was held back.',
        doesNotProve: `That a limit between ${source} and ${destination} was reached.`,
        assumptions: [],
        nextCheck: `Look for records of the same time between ${source} and ${destination} that count packets.`,
      };
    }
    return {
      layer: 'bandwidth-limit',
      about: 'none',
      lookFor: 'regions',
      summary: `The Cloud Connect Network ${tale.point.id} throttled ${tale.protocolName} traffic ${ways}: ${lost(tale, sides)} ${times({ first, last })} (first in ${lineText(line)}). A bandwidth limit was reached; no filter rule decided this.`,
      proves: tale.regions
        ? `A bandwidth limit between ${source} and ${destination} was reached when these packets came, and they were not forwarded.`
        : 'Bandwidth limits between the regions that the records name were reached when these packets came, and they were not forwarded.',
      doesNotProve: `Whether the limit of the region or that of the pair of regions was hit is not recorded; nor is whether the sender sent the packets again.${manyRegions(tale)}`,
      assumptions: [],
      nextCheck: `Add up the bytes of all flows ${flowsOf(tale, sides)} and compare them with the limits set for the region and for the pair of regions. Raise the limit that is reached, or spread the load.`,
    };
  },
};

/** That one name does not stand for all of the records. */
function manyRegions({ regions, regionsOfAll }: Tale): string {
  if (regionsOfAll) return '';
  return regions
    ? ' Records that are not listed may be of other regions.'
    : ' Which of these packets were between which regions: the records name several.';
}

function lost(tale: Tale, sides: readonly Side[]): string {
  const sum = { records: 0, packets: 0, bytes: 0 };
  for (const { refused } of sides) {
    sum.records += refused.records;
    sum.packets += refused.packets;
    sum.bytes += refused.bytes;
  }
  // Logs need not have the field, and a value may be unreadable.
  return sum.bytes > 0 ? `${amount(tale, sum)}, ${counted(sum.bytes, 'byte')}` : amount(tale, sum);
}

/** Times of what was refused, whichever side was first, and the line of the first record. */
function spanOf(sides: readonly Side[]): { first: number; last: number; line: number } {
  const starts = sides.flatMap(({ firstRefused }) => firstRefused ?? []);
  const [start] = starts.sort((x, y) => x.start - y.start || x.line - y.line);
  return {
    first: start?.start ?? 0,
    last: Math.max(...sides.map(({ refusedUntil }) => refusedUntil ?? 0)),
    line: start?.line ?? 0,
  };
}

/** All flows that share a limit with those that were throttled, and when. */
function flowsOf({ regions, request }: Tale, sides: readonly Side[]): string {
  const [source, destination] = regions ?? ['the source region', 'the destination region'];
  const ways = sides.map(side =>
    side === request ? `from ${source} to ${destination}` : `from ${destination} to ${source}`,
  );
  return ways.length === 1
    ? `${ways[0]!} in this window`
    : `${ways[0]!} in this window, and of those ${ways[1]!},`;
}

function route(tale: Tale, from: string, to: string): string {
  const [source, destination] = tale.regions ?? ['', ''];
  const region = (address: string) => (address === tale.request.from ? source : destination);
  const place = (address: string) =>
    region(address) ? `${address} (${region(address)})` : address;
  return `from ${place(from)} to ${place(to)}`;
}
