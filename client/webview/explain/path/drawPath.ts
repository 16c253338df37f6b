import { svg } from '../../common/element';
import { describePath } from './describePath';
import { drawEnd } from './drawEnd';
import { drawGate } from './drawGate';
import { drawLane } from './drawLane';
import type { Layout } from './layout';
import type { PathModel } from './pathModel';

/** The drawing of a path; to those who do not see it, it is one image with a description. */
export function drawPath(model: PathModel, layout: Layout): SVGSVGElement {
  const { width, height, ends, gates, labels } = layout;
  return svg(
    'svg',
    {
      class: `path path-${layout.name}`,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-label': describePath(model),
    },
    ...model.gates.map((gate, i) => drawGate(gate, gates[i]!, labels[i]!)),
    drawEnd(model.ends[0], model.place, ends[0]),
    drawEnd(model.ends[1], model.place, ends[1]),
    drawLane(model.request, layout.request),
    drawLane(model.reply, layout.reply),
  );
}
