import uPlot from 'uplot';
import type { TimeRange } from '../../../../server/src/core/filter/recordFilter';
import type { Metric } from '../../../../server/src/core/summary/summary';
import { element } from '../../common/element';
import { keepDrawn } from '../chart/keepDrawn';
import { chartColors } from '../timeline/chartColors';
import { fontOfPage, LEAST_DRAG } from '../timeline/chartOptions';
import { TIME_PADDING, timeLabels } from '../timeline/timeAxis';
import { colorOf, dashOf } from './lineStyles';
import { RATES } from './rates';
import type { Line, LineSet } from './seriesModel';

/** Lines over time, drawn; a drag over them chooses a stretch of time. */
export interface LineChart {
  readonly root: HTMLElement;
  show(set: LineSet, lines: readonly Line[], by: Metric, label: string): void;
}

export interface LineActions {
  readonly brush: (range: TimeRange) => void;
  /** The place among the times that is pointed at. */
  readonly point: (index: number | null) => void;
}

export type MakeLines = (actions: LineActions) => LineChart;

const HEIGHT = 180;

export const lineChart: MakeLines = actions => {
  const root = element('div', { class: 'chart', role: 'img' });
  let shown: { set: LineSet; lines: readonly Line[]; by: Metric } | undefined;
  let plot: uPlot | undefined;
  const draw = () => {
    plot?.destroy();
    plot = undefined;
    const width = root.clientWidth;
    if (!shown || width === 0) return;
    const { set, lines } = shown;
    const data: uPlot.AlignedData = [[...set.times], ...lines.map(({ rates }) => [...rates])];
    plot = new uPlot(options({ ...shown, width, actions }), data, root);
  };
  keepDrawn(root, draw);
  return {
    root,
    show(set, lines, by, label) {
      shown = { set, lines, by };
      root.setAttribute('aria-label', label);
      draw();
    },
  };
};

/** Ticks, and the gap between them and their labels, in pixels. */
const BESIDE_LABELS = 20;

/** Room for the widest label: one that is cut off shows another figure. */
function roomFor({ ctx }: uPlot, labels: readonly string[] | null): number {
  ctx.save();
  ctx.font = fontOfPage();
  const widths = (labels ?? []).map(label => ctx.measureText(label).width);
  ctx.restore();
  return Math.ceil(Math.max(0, ...widths)) + BESIDE_LABELS;
}

interface Input {
  readonly set: LineSet;
  readonly lines: readonly Line[];
  readonly by: Metric;
  readonly width: number;
  readonly actions: LineActions;
}

function options({ set, lines, by, width, actions }: Input): uPlot.Options {
  const colors = chartColors();
  const style = getComputedStyle(document.documentElement);
  const forced = matchMedia('(forced-colors: active)').matches;
  const first = set.times[0]!;
  const end = set.times.at(-1)! + set.width;
  const ticks = { stroke: colors.grid, width: 1 };
  const axis = { stroke: colors.text, font: fontOfPage(), ticks };
  return {
    width,
    height: HEIGHT,
    padding: TIME_PADDING,
    legend: { show: false },
    cursor: { y: false, drag: { x: true, y: false, setScale: false, dist: LEAST_DRAG } },
    scales: {
      x: { time: true, range: [first, end] },
      y: { range: (_, __, most) => [0, most > 0 ? most * 1.05 : 1] },
    },
    tzDate: at => uPlot.tzDate(new Date(at * 1000), 'Etc/UTC'),
    axes: [
      {
        ...axis,
        grid: { show: false },
        space: 70,
        values: (_, splits, __, ___, step) => timeLabels(splits, step),
      },
      {
        ...axis,
        grid: ticks,
        size: (plot, labels) => roomFor(plot, labels),
        values: (_, splits) => splits.map(RATES[by].say),
      },
    ],
    series: [
      {},
      ...lines.map((_, i) => ({
        stroke: forced ? colors.text : style.getPropertyValue(colorOf(i)).trim() || colors.text,
        dash: [...dashOf(i)],
        width: 1.5,
        spanGaps: false,
        // A single point is no line, and has to be seen nevertheless.
        points: { show: set.times.length < 40, size: 5 },
      })),
    ],
    hooks: {
      setCursor: [({ cursor }) => actions.point(cursor.idx ?? null)],
      setSelect: [
        plot => {
          const { left, width: wide } = plot.select;
          if (wide < LEAST_DRAG) return;
          const from = Math.max(first, Math.floor(plot.posToVal(left, 'x')));
          const to = Math.min(end, Math.ceil(plot.posToVal(left + wide, 'x')));
          if (from < to) actions.brush({ from, to });
        },
      ],
    },
  };
}
