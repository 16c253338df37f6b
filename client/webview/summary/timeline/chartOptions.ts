import uPlot from 'uplot';
import type { Metric } from '../../../../server/src/core/summary/summary';
import { amountLabels } from '../format/amounts';
import { chartColors, hatched } from './chartColors';
import type { ChartActions } from './timelineChart';
import type { Bar } from './coarsen';
import { gapBands } from './gapBands';
import { TIME_PADDING, timeLabels } from './timeAxis';

interface ChartInput {
  readonly width: number;
  readonly height: number;
  readonly bars: readonly Bar[];
  readonly by: Metric;
  readonly actions: ChartActions;
}

/** Fewer pixels are a click that trembled. */
export const LEAST_DRAG = 5;

export function chartOptions({ width, height, bars, by, actions }: ChartInput): uPlot.Options {
  const colors = chartColors();
  const first = bars[0]!.from;
  const end = bars.at(-1)!.to;
  const paths = uPlot.paths.bars!({ size: [0.86, 60, 1], align: 1 });
  const series = (color: string, fill: uPlot.Series['fill'] = color): uPlot.Series => ({
    ...{ stroke: color, fill, width: 1, paths },
    points: { show: false },
  });
  const axis = {
    stroke: colors.text,
    font: fontOfPage(),
    ticks: { stroke: colors.grid, width: 1 },
  };
  return {
    width,
    height,
    padding: TIME_PADDING,
    legend: { show: false },
    cursor: {
      y: false,
      points: { show: false },
      drag: { x: true, y: false, setScale: false, dist: LEAST_DRAG },
    },
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
        grid: { stroke: colors.grid, width: 1 },
        size: 66,
        values: (_, splits) => amountLabels(by, splits),
      },
    ],
    series: [
      {},
      series(colors.other),
      series(colors.rejected, plot => hatched(plot.ctx, colors.rejected)),
      series(colors.accepted),
    ],
    hooks: {
      drawClear: [plot => gapBands(plot, bars, colors.gap)],
      setCursor: [({ cursor }) => actions.point(barAt(cursor.idx))],
      setSelect: [plot => chosen(plot)],
      ready: [plot => plot.over.addEventListener('click', () => clicked(plot))],
    },
  };

  function barAt(index: number | null | undefined): Bar | undefined {
    return typeof index === 'number' ? bars[index] : undefined;
  }

  function chosen(plot: uPlot): void {
    const { left, width: wide } = plot.select;
    if (wide < LEAST_DRAG) return;
    const from = Math.max(first, Math.floor(plot.posToVal(left, 'x')));
    const to = Math.min(end, Math.ceil(plot.posToVal(left + wide, 'x')));
    if (from < to) actions.brush({ from, to });
  }

  function clicked(plot: uPlot): void {
    const { left } = plot.cursor;
    if (plot.select.width >= LEAST_DRAG || left === undefined || left < 0) return;
    const at = plot.posToVal(left, 'x');
    const bar = bars.find(({ from, to }) => from <= at && at < to);
    if (bar && bar.line !== null) actions.pick(bar);
  }
}

export function fontOfPage(): string {
  const { fontFamily } = getComputedStyle(document.body);
  return `12px ${fontFamily}`;
}
