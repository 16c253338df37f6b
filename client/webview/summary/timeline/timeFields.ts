import type { TimeRange } from '../../../../server/src/core/filter/recordFilter';
import { element } from '../../common/element';
import { fieldTime, timeOfField } from '../format/times';

/** The stretch of time as two fields: the brush for those who do not draw with a mouse. */
export interface TimeFields {
  readonly root: HTMLElement;
  /** Shows the chosen stretch, or the whole span of the log. */
  show(chosen: TimeRange | null, whole: TimeRange | null): void;
}

export function timeFields(choose: (time: TimeRange | null) => void): TimeFields {
  const from = field('time-from', 'From');
  const to = field('time-to', 'to');
  const wrong = element('span', { class: 'wrong', role: 'alert' });
  const narrow = element('button', { type: 'submit', class: 'action' }, 'Narrow to this time');
  const whole = element('button', { type: 'button', class: 'second' }, 'Show the whole time');
  const root = element(
    'form',
    { class: 'time-fields', 'aria-label': 'Time to look at, in UTC', novalidate: true },
    element('span', { class: 'field' }, from.label, from.input),
    element('span', { class: 'field' }, to.label, to.input, ' UTC'),
    narrow,
    whole,
    wrong,
  );
  root.addEventListener('submit', event => {
    event.preventDefault();
    const [start, end] = [timeOfField(from.input.value), timeOfField(to.input.value)];
    const inOrder = start !== undefined && end !== undefined && start < end;
    wrong.textContent = inOrder ? '' : 'The first time has to be before the second.';
    if (inOrder) choose({ from: start, to: end });
  });
  whole.addEventListener('click', () => {
    from.input.focus();
    choose(null);
  });
  return {
    root,
    show(chosen, span) {
      const shown = chosen ?? span;
      wrong.textContent = '';
      whole.hidden = !chosen;
      for (const input of [from.input, to.input]) input.disabled = !shown;
      narrow.disabled = !shown;
      // What someone is typing in stays.
      if (!shown || root.contains(document.activeElement)) return;
      from.input.value = fieldTime(shown.from);
      to.input.value = fieldTime(shown.to);
    },
  };
}

function field(id: string, name: string) {
  const input = element('input', { id, type: 'datetime-local', step: 1 });
  return { input, label: element('label', { for: id }, `${name} `) };
}
