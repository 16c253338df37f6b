import { svg } from '../../common/element';
import { drawMark } from './drawMark';
import type { Point } from './layout';
import type { Lane, Stroke } from './pathModel';

const HEAD = 9;

/** One way as a line from end to end, drawn from gate to gate, with an arrow at its end. */
export function drawLane({ way, marks, strokes }: Lane, points: readonly Point[]): SVGGElement {
  const target = points.at(-1)!;
  return svg(
    'g',
    { class: `lane lane-${way}` },
    ...strokes.map((stroke, i) => line(stroke, points[i]!, points[i + 1]!)),
    arrow(strokes.at(-1)!, points.at(-2)!, target),
    ...marks.map((mark, i) => drawMark(mark, points[i + 1]!)),
  );
}

function line(stroke: Stroke, from: Point, to: Point): SVGLineElement {
  return svg('line', { class: stroke, x1: from.x, y1: from.y, x2: to.x, y2: to.y });
}

function arrow(stroke: Stroke, from: Point, to: Point): SVGPathElement {
  const [dx, dy] = [Math.sign(to.x - from.x), Math.sign(to.y - from.y)];
  const back = { x: to.x - dx * HEAD, y: to.y - dy * HEAD };
  const side = { x: dy * HEAD * 0.6, y: dx * HEAD * 0.6 };
  const corners = [
    to,
    { x: back.x + side.x, y: back.y + side.y },
    { x: back.x - side.x, y: back.y - side.y },
  ];
  return svg('path', {
    class: `head ${stroke}`,
    d: `M${corners.map(({ x, y }) => `${x} ${y}`).join('L')}Z`,
  });
}
