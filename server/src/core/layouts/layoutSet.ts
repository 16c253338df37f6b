import { ccnNewerLayout, ccnOlderLayout } from './ccn';
import { declaredLayout } from './declared';
import { eniLayout } from './eni';
import { keyValueLayout } from './keyValue';
import type { Layout } from './layout';

/** The layouts that are recognised without being declared; a new one is added here. */
export const BUILT_IN_LAYOUTS: readonly Layout[] = [
  eniLayout,
  ccnOlderLayout,
  ccnNewerLayout,
  keyValueLayout,
];

/** Rows name their layout by its number here; this many fit the column. */
const MOST_LAYOUTS = 65_000;

/** The layouts in use in one table: the built-in ones, then each declared one once. */
export class LayoutSet {
  private readonly all: Layout[] = [...BUILT_IN_LAYOUTS];
  private readonly numbers = new Map(this.all.map((layout, number) => [layout.id, number]));

  /** The layout with that number. */
  at(number: number): Layout {
    return this.all[number] ?? eniLayout;
  }

  /** The number of a layout of this set. */
  numberOf(layout: Layout): number {
    return this.numbers.get(layout.id) ?? -1;
  }

  /** The number of the layout that these names declare; -1 when the set is full. */
  declare(names: readonly string[]): number {
    const layout = declaredLayout(names);
    const known = this.numbers.get(layout.id);
    if (known !== undefined) return known;
    if (this.all.length >= MOST_LAYOUTS) return -1;
    this.numbers.set(layout.id, this.all.length);
    return this.all.push(layout) - 1;
  }
}
