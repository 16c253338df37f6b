import type { TimeRange } from '../../../../server/src/core/filter/recordFilter';
import type { Metric, Summary } from '../../../../server/src/core/summary/summary';
import { element } from '../../common/element';
import { lasting, stretch } from '../format/times';
import type { Reveal } from '../messages';
import type { TableModel } from '../table/tableModel';
import { coarsen, type Bar } from './coarsen';
import type { MakeChart } from './timelineChart';
import { timeFields } from './timeFields';
import { timelineTable } from './timelineTable';
import { barWords, chartLabel } from './timelineWords';

/** More bars cannot be told apart in an editor beside another. */
const MOST_BARS = 120;

export interface TimelineActions {
  readonly narrow: (time: TimeRange | null) => void;
  readonly reveal: (message: Reveal) => void;
  /** The table beside the chart, drawn by the page. */
  readonly table: (model: TableModel) => HTMLElement;
}

export interface TimelineSection {
  readonly root: HTMLElement;
  show(summary: Summary, by: Metric, time: TimeRange | null): void;
}

const HINT =
  'Drag over the chart to narrow the whole page to a time. Click on a bar for its records.';

export function timelineSection(makeChart: MakeChart, actions: TimelineActions): TimelineSection {
  let by: Metric = 'bytes';
  const readout = element('p', { class: 'note readout' }, HINT);
  const title = element('h2', { id: 'timeline' }, 'Over time');
  const fields = timeFields(actions.narrow);
  const beside = element('div', { class: 'beside' });
  const untimed = element('p', { class: 'note' });
  const chart = makeChart({
    brush: actions.narrow,
    pick: ({ from, to, line }: Bar) => {
      const title = stretch({ from, to });
      const filter = { time: { from, to } };
      actions.reveal({ title, filter, ...(line === null ? {} : { line }) });
    },
    point: bar => (readout.textContent = bar ? barWords(bar, by) : HINT),
  });
  const root = element(
    'section',
    { class: 'timeline', 'aria-labelledby': 'timeline' },
    title,
    legend(),
    chart.root,
    readout,
    fields.root,
    untimed,
    beside,
  );
  return {
    root,
    show(summary, metric, time) {
      by = metric;
      const bars = coarsen(summary.timeline, MOST_BARS);
      const first = bars[0];
      const { start, end, untimed: without } = summary.totals;
      root.hidden = !first && !time;
      title.textContent = first
        ? `Over time, a bar is ${lasting(first.to - first.from)}`
        : 'Over time';
      chart.root.hidden = !first;
      chart.show(bars, by, chartLabel(bars, by));
      readout.textContent = first ? HINT : 'There are no records in this time.';
      fields.show(time, start === null || end === null ? null : { from: start, to: end + 1 });
      untimed.hidden = without === 0;
      untimed.textContent = `${without} of the records have no time and are not on this chart.`;
      beside.replaceChildren(...(first ? [actions.table(timelineTable(bars, by))] : []));
    },
  };
}

function legend(): HTMLElement {
  const entry = (name: string, text: string) =>
    element('li', {}, element('span', { class: `swatch ${name}`, 'aria-hidden': 'true' }), text);
  return element(
    'ul',
    { class: 'legend', 'aria-label': 'What the bars show' },
    entry('accepted', 'Accepted'),
    entry('rejected', 'Rejected'),
    entry('other', 'Other'),
    entry('gap', 'No records'),
  );
}
