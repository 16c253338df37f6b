import type { Metric } from '../../../../server/src/core/summary/summary';
import { element } from '../../common/element';
import type { Picture } from '../messages';
import type { MakeLines } from './lineChart';
import { lineSets } from './seriesModel';
import { seriesPanel, type PanelActions, type SeriesPanel } from './seriesPanel';

export interface SeriesActions extends PanelActions {
  /** Has a file read once more for its series. */
  readonly ask: () => void;
}

export interface SeriesSection {
  readonly root: HTMLElement;
  show(picture: Picture, by: Metric): void;
}

/** What the largest lines, sources and protocols carried over time. */
export function seriesSection(makeLines: MakeLines, actions: SeriesActions): SeriesSection {
  const panels = new Map<string, SeriesPanel>();
  const title = element('h2', { id: 'series' }, 'The largest over time');
  const ask = element('button', { type: 'button', class: 'second', 'data-focus': 'series' });
  ask.addEventListener('click', actions.ask);
  const content = element('div', { class: 'panels wide' });
  const root = element(
    'section',
    { 'aria-labelledby': 'series', hidden: true },
    title,
    ask,
    content,
  );
  return {
    root,
    show({ summary, of, logs, partial }, by) {
      const sets = lineSets(summary, by);
      ask.textContent = `Read the ${logs.length > 1 ? 'logs' : 'file'} once more for this`;
      ask.hidden = sets.length > 0 || of === 'document' || partial;
      root.hidden = summary.totals.records === 0 || (sets.length === 0 && ask.hidden);
      const shown = sets.map(set => {
        const known = panels.get(set.id) ?? seriesPanel(makeLines, actions);
        panels.set(set.id, known);
        return { set, known };
      });
      const roots = shown.map(({ known }) => known.root);
      // Charts that stay where they are keep their focus and their place.
      if (
        roots.some((node, i) => content.children[i] !== node) ||
        content.childElementCount !== roots.length
      )
        content.replaceChildren(...roots);
      for (const { set, known } of shown) known.show(set, by);
    },
  };
}
