import { element } from '../common/element';
import { METRIC_NAMES } from './format/amounts';
import { METRICS, TOPS } from './keptState';
import type { Choices } from './messages';

/** The controls of the whole page; they stay in place while what they choose changes. */
export interface Toolbar {
  readonly root: HTMLElement;
  show(choices: Choices, hasPicture: boolean): void;
}

export interface ToolbarActions {
  readonly choose: (part: Partial<Choices>) => void;
  readonly readAgain: () => void;
  readonly save: () => void;
}

export function toolbar({ choose, readAgain, save }: ToolbarActions): Toolbar {
  const by = METRICS.map(metric => radio('by', metric, METRIC_NAMES[metric]));
  const top = TOPS.map(count => radio('top', String(count), String(count)));
  for (const { input } of by) {
    input.addEventListener('change', () => {
      const metric = METRICS.find(name => name === input.value);
      if (metric) choose({ by: metric });
    });
  }
  for (const { input } of top) {
    input.addEventListener('change', () => choose({ top: Number(input.value) }));
  }
  const again = element('button', { type: 'button', class: 'second' }, 'Read again');
  again.addEventListener('click', readAgain);
  const report = element('button', { type: 'button', class: 'action' }, 'Save as HTML\u2026');
  report.addEventListener('click', save);
  return {
    root: element(
      'div',
      { class: 'toolbar' },
      group('By', by),
      group('Top', top),
      element('span', { class: 'actions' }, again, report),
    ),
    show(choices, hasPicture) {
      for (const { input } of by) input.checked = input.value === choices.by;
      for (const { input } of top) input.checked = input.value === String(choices.top);
      report.disabled = !hasPicture;
    },
  };
}

type Radio = ReturnType<typeof radio>;

function radio(name: string, value: string, text: string) {
  const input = element('input', { type: 'radio', name, value });
  return { input, label: element('label', {}, input, element('span', {}, text)) };
}

function group(name: string, radios: readonly Radio[]): HTMLElement {
  return element(
    'fieldset',
    { class: 'choice' },
    element('legend', {}, name),
    ...radios.map(({ label }) => label),
  );
}
