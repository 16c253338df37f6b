import { counted, grouped } from '../explain/quantities';
import type { RowExtent } from '../conversation/pairRows';
import type { Findings } from './findings';

/** What is capped, left out or approximate about the stories of a log, in sentences. */
export function storyNotes({ pairing, leftOut, facts, hasMoreAddresses }: Findings): string[] {
  const { ordering, passes, unpaired } = pairing;
  const left = [...leftOut.values()].reduce((sum, count) => sum + count, 0);
  const notes: readonly (readonly [applies: boolean, note: string])[] = [
    [
      ordering === 'unordered',
      `The records are in no order of time and were paired in ${passes === 1 ? 'one pass' : `${grouped(passes)} passes`}.`,
    ],
    [left > 0, `In no story, because there are too many: ${counted(left, 'conversation')}.`],
    [
      hasMoreAddresses,
      'There are too many refused sources to keep each: a story of "at least" so many is not found by the address of every one.',
    ],
    [
      facts.endpoints.overflowed,
      'There are too many endpoints to count the peers of each, so fewer initiators are established.',
    ],
    [
      facts.unreadable > 0,
      `Lines that cannot be read, though they may be records: ${grouped(facts.unreadable)}.`,
    ],
    [
      unpaired.skipped > 0,
      `Windows whose records were not written (SKIPDATA): ${grouped(unpaired.skipped)}.`,
    ],
    [
      unpaired.unusable > 0,
      `Without the addresses, ports, protocol, times or action that pairing needs: ${counted(unpaired.unusable, 'record')}.`,
    ],
    [
      unpaired.fragments > 0,
      `TCP or UDP without ports, which pairs with nothing: ${counted(unpaired.fragments, 'record')}.`,
    ],
    [
      unpaired.icmpErrors > 0,
      `ICMP errors, which are evidence and no conversation: ${counted(unpaired.icmpErrors, 'record')}.`,
    ],
  ];
  return notes.flatMap(([applies, note]) => (applies ? [note] : []));
}

const EXTENTS: Readonly<Record<RowExtent, readonly string[]>> = {
  all: [],
  flow: [
    'There are too many records between the two addresses: this story is told from the one flow alone.',
  ],
  nearby: [
    'There are too many records of this flow: this story is told from those nearby alone, and its counts are of them.',
  ],
};

/** What the story of one record was not told from, in sentences. */
export function extentNotes(extent: RowExtent): readonly string[] {
  return EXTENTS[extent];
}
