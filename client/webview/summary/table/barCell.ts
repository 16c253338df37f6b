import { element } from '../../common/element';
import type { Cell } from './tableModel';

/** A cell of a table, with a bar below its text if it has a share. */
export function barCell({ text, share, hint }: Cell, name: string | undefined): HTMLElement {
  if (share === undefined) return element('td', { class: name, title: hint }, text);
  const bar = element('span', { class: 'bar', 'aria-hidden': 'true' });
  bar.style.width = `${Math.max(0, Math.min(1, share)) * 100}%`;
  return element(
    'td',
    { class: name, title: hint },
    element('span', { class: 'figure' }, text),
    element('span', { class: 'bar-room', 'aria-hidden': 'true' }, bar),
  );
}
