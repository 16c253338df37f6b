import { isPrivateV4 } from '../conversation/addressBook';
import type { Context } from './context';
import { storyKey } from './storyKey';
import type { StoryTable } from './storyTable';
import type { Peers } from './tale';

/** So many peers are named. */
const LISTED = 5;

/**
 * Who talks in the stories of a roll-up: the sources, or the destinations where the local side
 * began. Private ones stand first, as they are the ones that a user can do something about.
 */
export function peersOf(table: StoryTable, stories: readonly number[], context: Context): Peers {
  const conversations = new Map<number, number>();
  const { v6, local } = storyKey(table, stories[0]!, context);
  for (const story of stories) {
    const { source, destination } = storyKey(table, story, context);
    const peer = local === 0 ? destination : source;
    const own = table.isRest(story) ? 1 : table.conversationsOf(story);
    conversations.set(peer, (conversations.get(peer) ?? 0) + own);
  }
  const isPrivate = (address: number) => !v6 && isPrivateV4(address);
  const sorted = [...conversations].sort(
    ([a, x], [b, y]) => Number(isPrivate(b)) - Number(isPrivate(a)) || y - x || a - b,
  );
  return {
    count: sorted.length,
    privateOnes: sorted.filter(([address]) => isPrivate(address)).length,
    listed: sorted.slice(0, LISTED).map(([address]) => context.facts.addresses.text(address, v6)),
    atLeast: stories.some(story => table.isRest(story)),
  };
}
