import type { Finding } from '../../../server/src/core/summary/summary';
import { element } from '../shared/element';
import { grouped } from './format/amounts';
import type { RevealMessage } from './messages';

/** More lines of evidence are behind the button for all. */
const MOST_LINES = 6;

/** What deserves a look, each with how it was found and where. */
export function findingsView(
  findings: readonly Finding[],
  reveal: (message: Omit<RevealMessage, 'type'>) => void,
): HTMLElement {
  return element(
    'section',
    { class: 'findings', 'aria-labelledby': 'findings' },
    element('h2', { id: 'findings' }, 'Worth a look'),
    element('p', { class: 'note' }, 'Each is a hint, not a verdict.'),
    element('ul', { class: 'cards' }, ...findings.map(card)),
  );

  function card(finding: Finding, index: number): HTMLElement {
    const { title, text, lines, filter } = finding;
    const all = button('All its records', `finding ${index} all`);
    all.addEventListener('click', () => {
      reveal({ title, filter, ...(lines[0] === undefined ? {} : { line: lines[0] }) });
    });
    return element(
      'li',
      { class: 'card' },
      element('h3', {}, title),
      element('p', {}, text),
      element('p', { class: 'note' }, thresholdText(finding)),
      element(
        'p',
        { class: 'evidence' },
        ...lines.slice(0, MOST_LINES).map(line => lineLink(finding, line, index)),
        all,
      ),
    );
  }

  function lineLink({ title, filter }: Finding, line: number, index: number): HTMLElement {
    const made = button(`Line ${grouped(line + 1)}`, `finding ${index} ${line}`);
    made.addEventListener('click', () => reveal({ title, filter, line }));
    return made;
  }
}

/** From when on it is a finding, and how far this one is beyond. */
export function thresholdText({ threshold, measured, exact }: Finding): string {
  const value = shown(measured);
  const found = exact ? `Measured: ${value}.` : `Measured: at least ${value}.`;
  if (!threshold) return found;
  return `${found} Threshold: ${shown(threshold.value)} (${threshold.setting}).`;
}

function shown(value: number): string {
  return Number.isInteger(value) ? grouped(value) : String(Number(value.toPrecision(3)));
}

function button(text: string, focus: string): HTMLButtonElement {
  const title = 'Select in the editor';
  return element('button', { type: 'button', class: 'link', title, 'data-focus': focus }, text);
}
