import { element } from '../common/element';

/** A button that leads to records and looks like a link. */
export function link(text: string, focus: string): HTMLButtonElement {
  const title = 'Select in the editor';
  return element('button', { type: 'button', class: 'link', title, 'data-focus': focus }, text);
}
