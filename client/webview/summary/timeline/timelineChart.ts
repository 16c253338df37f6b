import uPlot from 'uplot';
import type { TimeRange } from '../../../../server/src/core/filter/recordFilter';
import type { Metric } from '../../../../server/src/core/summary/summary';
import { element } from '../../common/element';
import { keepDrawn } from '../chart/keepDrawn';
import { chartData } from './chartData';
import { chartOptions } from './chartOptions';
import type { Bar } from './coarsen';

/** The bars of the timeline, drawn; a drag over them chooses a stretch of time. */
export interface TimelineChart {
  readonly root: HTMLElement;
  show(bars: readonly Bar[], by: Metric, label: string): void;
}

export interface ChartActions {
  readonly brush: (range: TimeRange) => void;
  readonly pick: (bar: Bar) => void;
  readonly point: (bar: Bar | undefined) => void;
}

export type MakeChart = (actions: ChartActions) => TimelineChart;

const HEIGHT = 200;

export const timelineChart: MakeChart = actions => {
  const root = element('div', { class: 'chart', role: 'img' });
  let bars: readonly Bar[] = [];
  let by: Metric = 'bytes';
  let plot: uPlot | undefined;

  const draw = () => {
    plot?.destroy();
    plot = undefined;
    const width = root.clientWidth;
    if (bars.length === 0 || width === 0) return;
    const options = chartOptions({ width, height: HEIGHT, bars, by, actions });
    plot = new uPlot(options, chartData(bars, by), root);
  };

  keepDrawn(root, draw);
  return {
    root,
    show(shown, metric, label) {
      bars = shown;
      by = metric;
      root.setAttribute('aria-label', label);
      draw();
    },
  };
};
