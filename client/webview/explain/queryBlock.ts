import { element } from '../common/element';

/** A query as text, with a button that copies it. */
export function queryBlock(query: string, copy: (text: string) => void): HTMLElement {
  const button = element('button', { type: 'button', class: 'copy' }, 'Copy query');
  button.addEventListener('click', () => copy(query));
  return element('div', { class: 'query' }, element('pre', {}, query), button);
}
