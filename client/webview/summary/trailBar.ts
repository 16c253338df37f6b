import { element } from '../common/element';
import { grouped } from './format/amounts';
import type { FromPage, Trail } from './messages';

type Step = Extract<FromPage, { type: 'step' }>['to'];

export interface TrailBar {
  readonly root: HTMLElement;
  show(trail: Trail | null): void;
}

/** The records behind the figure that was clicked, one after the other or all at once. */
export function trailBar(step: (to: Step) => void): TrailBar {
  const said = element('span', { class: 'said', role: 'status' });
  const button = (to: Step, text: string) => {
    const made = element('button', { type: 'button', class: 'second' }, text);
    made.addEventListener('click', () => step(to));
    return made;
  };
  const previous = button('previous', 'Previous');
  const next = button('next', 'Next');
  const all = button('all', 'Select all');
  const close = button('none', 'Done');
  const root = element(
    'section',
    { class: 'trail', 'aria-label': 'Records behind a figure', hidden: true },
    said,
    element('span', { class: 'actions' }, previous, next, all, close),
  );
  return {
    root,
    show(trail) {
      root.hidden = !trail;
      if (!trail) return;
      said.textContent = trailText(trail);
      previous.disabled = trail.line === null || trail.at <= 0;
      next.disabled = trail.line === null || (trail.at >= trail.known - 1 && !trail.more);
      all.hidden = !trail.selectable || (trail.known <= 1 && !trail.more);
    },
  };
}

export function trailText({ title, line, name, at, known, more, selected, others }: Trail): string {
  const count = `${more ? 'more than ' : ''}${grouped(known)}`;
  if (selected > 0) {
    const which = others ? `the first ${grouped(selected)}` : `all ${grouped(selected)}`;
    return `${title}: ${which} records${name === null ? '' : ` in ${name}`} are selected`;
  }
  if (line === null) return `${title}: no record was found`;
  const place = known > 0 ? `, record ${grouped(at + 1)} of ${count}` : '';
  return `${title}: ${name === null ? '' : `${name}, `}line ${grouped(line + 1)}${place}`;
}
