import type { Layout } from '../layouts/layout';
import { columnView, keyValueView } from './buildView';
import { LazyView } from './lazyView';
import type { FieldValue, RecordView } from './recordView';
import { tokenize } from './tokenize';

/** The record on a line of plain ASCII that has a value for each column of a layout, or names its fields. */
export function straightView(text: string, layout: Layout): RecordView {
  return layout.form === 'key-value'
    ? keyValueView(text, tokenize(text), layout)
    : new StraightView(text, layout);
}

/** Takes from the line what it is asked for: rules about values ask for three or four of them. */
class StraightView extends LazyView {
  /** Where columns begin and end, one after the other. */
  private readonly places: readonly number[];
  /** Values that somebody has asked for, by column. */
  private readonly found: (FieldValue | undefined)[] = [];

  constructor(
    private readonly line: string,
    private readonly columns: Layout,
  ) {
    super(() => {
      const tokens = tokenize(line);
      return columnView(line, tokens, columns, { tokenOf: tokens.map((_, i) => i), undecided: [] });
    });
    this.places = placesIn(line);
  }

  override get text(): string {
    return this.line;
  }

  override get layout(): Layout {
    return this.columns;
  }

  override value(name: string): FieldValue | undefined {
    const column = columnsOf(this.columns).get(name);
    if (column === undefined) return undefined;
    return (this.found[column] ??= this.valueIn(column));
  }

  private valueIn(column: number): FieldValue {
    const start = this.places[column * 2]!;
    const end = this.places[column * 2 + 1]!;
    return { field: this.columns.columns[column]!, text: this.line.slice(start, end), start, end };
  }
}

/** Where words of plain ASCII begin and end. */
function placesIn(text: string): number[] {
  const places: number[] = [];
  let inWord = false;
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) > 0x20 === inWord) continue;
    inWord = !inWord;
    places.push(i);
  }
  if (inWord) places.push(text.length);
  return places;
}

const known = new WeakMap<Layout, ReadonlyMap<string, number>>();

/** The columns of a layout by their field's name; of fields declared twice the last one counts. */
function columnsOf(layout: Layout): ReadonlyMap<string, number> {
  const columns = known.get(layout);
  if (columns) return columns;
  const made = new Map(layout.columns.map(({ name }, column) => [name, column]));
  known.set(layout, made);
  return made;
}
