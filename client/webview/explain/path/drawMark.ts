import { svg } from '../../common/element';
import type { Point } from './layout';
import type { Mark } from './pathModel';

const RADIUS = 12;

/** What happened at a gate, by its shape and not by its colour alone. */
export function drawMark(mark: Mark, { x, y }: Point): SVGGElement | null {
  if (mark === 'none') return null;
  return svg(
    'g',
    { class: `mark mark-${mark}` },
    svg('circle', { cx: x, cy: y, r: RADIUS }),
    mark === 'maybe-stopped'
      ? svg('text', { x, y: y + 5, 'text-anchor': 'middle' }, '?')
      : svg('path', { d: mark.endsWith('passed') ? tick(x, y) : cross(x, y) }),
  );
}

const tick = (x: number, y: number) =>
  `M${x - 5.5} ${y + 0.5}L${x - 1.5} ${y + 4.5}L${x + 6} ${y - 4.5}`;

const cross = (x: number, y: number) =>
  `M${x - 5} ${y - 5}L${x + 5} ${y + 5}M${x + 5} ${y - 5}L${x - 5} ${y + 5}`;
