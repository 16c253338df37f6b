import type { Metric } from '../../../../server/src/core/summary/summary';
import { element, svg } from '../../common/element';
import { counted } from '../format/amounts';
import { lasting, stretch } from '../format/times';
import type { TableModel } from '../table/tableModel';
import type { LineActions, MakeLines } from './lineChart';
import { colorOf, dashOf, MOST_LINES } from './lineStyles';
import { RATES } from './rates';
import type { Line, LineSet } from './seriesModel';
import { lineTable, rateTable } from './seriesTables';

export interface PanelActions extends Pick<LineActions, 'brush'> {
  readonly table: (model: TableModel) => HTMLElement;
  /** A table that is shown when asked for. */
  readonly folded: (id: string, model: () => TableModel) => HTMLElement;
}

export interface SeriesPanel {
  readonly root: HTMLElement;
  show(set: LineSet, by: Metric): void;
}

/** The lines of one kind: drawn, as figures, and time by time. */
export function seriesPanel(makeLines: MakeLines, actions: PanelActions): SeriesPanel {
  const root = element('div', { class: 'series' });
  const key = element('ul', { class: 'legend', 'aria-hidden': 'true' });
  const readout = element('p', { class: 'note readout' });
  const beside = element('div', { class: 'beside' });
  let words: (index: number | null) => string = () => '';
  const chart = makeLines({
    brush: actions.brush,
    point: index => (readout.textContent = words(index)),
  });
  root.append(key, chart.root, readout, beside);
  return {
    root,
    show(set, by) {
      const drawn = set.lines.slice(0, MOST_LINES);
      words = index => wordsAt(set, drawn, by, index);
      readout.textContent = words(null);
      key.replaceChildren(...drawn.map(({ key: name }, i) => entry(name, i)));
      chart.show(set, drawn, by, labelOf(set, drawn, by));
      beside.replaceChildren(
        actions.table(lineTable(set, by)),
        actions.folded(`rates-${set.id}`, () => rateTable(set, drawn, by)),
      );
    },
  };
}

/** A piece of the line beside its name. */
function entry(name: string, place: number): HTMLElement {
  const line = svg('line', {
    ...{ x1: 0, y1: 5, x2: 28, y2: 5 },
    class: `line ${colorOf(place).replace('--vscode-charts-', '')}`,
    'stroke-dasharray': dashOf(place).join(' ') || undefined,
  });
  const sample = svg('svg', { class: 'sample', viewBox: '0 0 28 10' }, line);
  return element('li', {}, sample, name);
}

function labelOf({ title, width }: LineSet, drawn: readonly Line[], by: Metric): string {
  const names = drawn.map(({ key }) => key).join(', ');
  return `${title}: ${RATES[by].title.toLowerCase()} over ${lasting(width)} each; ${counted(drawn.length, 'line')}: ${names}`;
}

function wordsAt(
  { times, width, lines }: LineSet,
  drawn: readonly Line[],
  by: Metric,
  index: number | null,
): string {
  const at = index === null ? undefined : times[index];
  if (index === null || at === undefined) {
    const left = lines.length - drawn.length;
    const rest = left > 0 ? ` The ${drawn.length} largest are drawn, ${left} more are listed.` : '';
    return `${RATES[by].title}, averages over ${lasting(width)}.${rest}`;
  }
  const rates = drawn.flatMap(({ key, rates }) => {
    const rate = rates[index] ?? null;
    return rate === null ? [] : [`${key} ${RATES[by].say(rate)}`];
  });
  return `${stretch({ from: at, to: at + width })}: ${rates.join(', ') || 'no records'}`;
}
