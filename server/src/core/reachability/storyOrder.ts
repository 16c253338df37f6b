import { inOrder } from '../conversation/inOrder';
import type { PointFacts } from '../conversation/pointFacts';
import { CERTAINTIES, type Code } from './code';
import { codeNamed } from './codes/index';
import type { Context } from './context';
import { rollUpKey } from './rollUpKey';
import { storyKey } from './storyKey';
import type { StoryTable } from './storyTable';

/** Stories that are looked at without a pause. */
const AT_A_TIME = 2048;

/** Stories of a table that are told as one, or the one story of a place. */
export interface Entry {
  readonly code: Code;
  /** In the order of their first records; the first leads. */
  readonly stories: readonly number[];
  readonly place: PointFacts | undefined;
}

/** All there is to list, those that most want to be seen first. */
export interface StoryOrder {
  readonly size: number;
  codeAt(index: number): Code;
  at(index: number): Entry;
}

/** Puts the stories of a table into order. Yields often. */
export function* orderStories(table: StoryTable, context: Context): Generator<void, StoryOrder> {
  const off = new Set<Code>(context.settings.codesOff);
  const places = off.has('one-sided-collection')
    ? []
    : context.facts.byPoint.filter(({ onlyAction }) => onlyAction !== undefined);
  const most = table.size + places.length;
  // A number below the table's size is a story, which may lead others; one above it is a place.
  const numbers = new Uint32Array(most);
  const fewness = new Uint32Array(most);
  const ranks = new Uint32Array(most);
  const following = new Map<number, number[]>();
  const leads = new Map<string, number>();
  let used = 0;
  const byTime = yield* inOrder(table.size, [table.firsts]);
  for (let i = 0; i < byTime.length; i++) {
    if (i % AT_A_TIME === AT_A_TIME - 1) yield;
    const story = byTime[i]!;
    const code = table.code(story);
    if (off.has(code)) continue;
    const conversations = table.conversationsOf(story);
    if (code === 'request-rejected') {
      const key = rollUpKey(storyKey(table, story, context), table.certainty(story), context);
      const lead = leads.get(key);
      if (lead !== undefined) {
        const others = following.get(numbers[lead]!);
        if (others) others.push(story);
        else following.set(numbers[lead]!, [story]);
        fewness[lead]! -= conversations;
        continue;
      }
      leads.set(key, used);
    }
    numbers[used] = story;
    fewness[used] = 0xffffffff - conversations;
    ranks[used++] = rankOf(code) + CERTAINTIES.indexOf(table.certainty(story));
  }
  for (let place = 0; place < places.length; place++) {
    numbers[used] = table.size + place;
    ranks[used++] = rankOf('one-sided-collection');
  }
  const order = yield* inOrder(used, [fewness, ranks]);
  const numberAt = (index: number) => numbers[order[index]!]!;
  const codeAt = (index: number) =>
    numberAt(index) < table.size ? table.code(numberAt(index)) : 'one-sided-collection';
  return {
    size: used,
    codeAt,
    at(index) {
      const number = numberAt(index);
      const place = places[number - table.size];
      const stories = place ? [] : [number, ...(following.get(number) ?? [])];
      return { code: codeAt(index), stories, place };
    },
  };
}

/** All certainties of a code stand before the next code. */
const rankOf = (code: Code): number => codeNamed(code).rank * CERTAINTIES.length;
