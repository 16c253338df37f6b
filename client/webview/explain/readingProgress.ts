import { element } from '../common/element';
import { counted } from './counted';
import type { Reached } from './messages';

/** How far the reading of a file is. */
export function readingProgress(): HTMLElement {
  return element(
    'p',
    { class: 'reading' },
    element('progress', { max: 1, 'aria-label': 'Read so far' }),
    ' ',
    element('span', { class: 'reached' }),
  );
}

/** Brings it to a new state, if it is on the page. */
export function showReached(page: HTMLElement, { bytes, of, records }: Reached): void {
  const bar = page.querySelector('progress');
  const said = page.querySelector('.reached');
  if (!bar || !said || of === 0) return;
  const share = Math.min(1, bytes / of);
  bar.value = share;
  said.textContent = `${Math.floor(share * 100)}\u00a0%, ${counted(records, 'record')}`;
}
