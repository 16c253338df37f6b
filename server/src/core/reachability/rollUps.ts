import type { Certainty } from './code';
import type { Context } from './context';
import { rollUpKey } from './rollUpKey';
import { storyKey, type StoryKey } from './storyKey';
import type { StoryTable } from './storyTable';

/** Refused requests that are told as one. */
export interface RollUp {
  /** It has no story yet. */
  isNew: boolean;
  /** The story of all initiators that have none of their own; -1 if there is none. */
  rest: number;
}

/** The roll-ups of a table that has no room for more initiators, so that each is counted in full. */
export class RollUps {
  private readonly byKey = new Map<string, RollUp>();

  /** Of new roll-ups so many are admitted that there are at most `most`. */
  constructor(
    table: StoryTable,
    private readonly context: Context,
    private readonly most: number,
  ) {
    for (let story = 0; story < table.size; story++) {
      if (table.code(story) !== 'request-rejected') continue;
      const key = rollUpKey(storyKey(table, story, context), table.certainty(story), context);
      this.byKey.set(key, { isNew: false, rest: -1 });
    }
  }

  /** The roll-up of a request; undefined if there is no room for it, now and later. */
  of(request: StoryKey, certainty: Certainty): RollUp | undefined {
    const key = rollUpKey(request, certainty, this.context);
    const known = this.byKey.get(key);
    if (known) {
      known.isNew = false;
      return known;
    }
    if (this.byKey.size >= this.most) return undefined;
    const added = { isNew: true, rest: -1 };
    this.byKey.set(key, added);
    return added;
  }
}
