import type uPlot from 'uplot';
import type { Bar } from './coarsen';

/** Height of a gap's mark above the time axis, in pixels. */
const MARK = 4;

/** Shades the stretches without records, and marks them at the axis. */
export function gapBands(plot: uPlot, bars: readonly Bar[], color: string): void {
  const { ctx, bbox } = plot;
  const scale = devicePixelRatio;
  ctx.save();
  ctx.fillStyle = color;
  for (const { from, to, line } of bars) {
    if (line !== null) continue;
    const left = plot.valToPos(from, 'x', true);
    const width = plot.valToPos(to, 'x', true) - left;
    ctx.globalAlpha = 0.12;
    ctx.fillRect(left, bbox.top, width, bbox.height);
    ctx.globalAlpha = 1;
    ctx.fillRect(left, bbox.top + bbox.height - MARK * scale, width, MARK * scale);
  }
  ctx.restore();
}
