import type { StoryView } from '../../../../server/src/core/requests';
import { element } from '../../common/element';
import { drawPath } from './drawPath';
import { layoutAcross, layoutDown } from './layout';
import type { Lane } from './pathModel';
import { pathOf } from './pathOf';

/** The drawn path of a story with what happened each way below it. */
export function pathFigure(story: StoryView): HTMLElement | null {
  const model = pathOf(story);
  if (!model) return null;
  const gates = model.gates.length;
  return element(
    'figure',
    { class: 'path-figure' },
    // The style shows the one that fits.
    drawPath(model, layoutAcross(gates)),
    drawPath(model, layoutDown(gates)),
    element('figcaption', {}, caption('\u2192', model.request), caption('\u2190', model.reply)),
  );
}

function caption(arrow: string, lane: Lane): HTMLElement {
  return element(
    'span',
    { class: `caption caption-${lane.way}` },
    element('span', { 'aria-hidden': 'true' }, `${arrow}\u00a0`),
    `${lane.name}: ${lane.caption}`,
  );
}
