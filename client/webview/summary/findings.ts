import type { Finding } from '../../../server/src/core/summary/summary';
import { element } from '../common/element';
import { grouped } from './format/amounts';
import type { Picture, Reveal } from './messages';
import { link } from './link';
import { lineText } from './places';
import { storiesCard } from './storiesCard';

/** More lines of evidence are behind the button for all. */
const MOST_LINES = 6;

export interface FindingActions {
  readonly reveal: (message: Reveal) => void;
  readonly explain: () => void;
}

/** What deserves a look, each with how it was found and where. */
export function findingsView(
  picture: Picture,
  { reveal, explain }: FindingActions,
): HTMLElement | null {
  const { summary, logs } = picture;
  const { findings } = summary;
  const stories = findings.filter(({ rule }) => rule === 'reachability');
  const others = findings.filter(({ rule }) => rule !== 'reachability');
  const told = storiesCard(stories, picture, { reveal, explain });
  if (!told && others.length === 0) return null;
  return element(
    'section',
    { class: 'findings', 'aria-labelledby': 'findings' },
    element('h2', { id: 'findings' }, 'Worth a look'),
    element('p', { class: 'note' }, 'Each is a hint, not a verdict.'),
    element('ul', { class: 'cards' }, told, ...others.map(card)),
  );

  function card(finding: Finding, index: number): HTMLElement {
    const { title, text, lines, filter } = finding;
    const all = link('All its records', `finding ${index} all`);
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
    const made = link(lineText(logs, line), `finding ${index} ${line}`);
    made.addEventListener('click', () => reveal({ title, filter, line }));
    return made;
  }
}

/** From when on it is a finding, and how far this one is beyond. */
export function thresholdText({ rule, threshold, measured, exact }: Finding): string {
  if (rule === 'reachability') return 'Explain Reachability tells them one by one.';
  const value = shown(measured);
  const found = exact ? `Measured: ${value}.` : `Measured: at least ${value}.`;
  if (!threshold) return found;
  return `${found} Threshold: ${shown(threshold.value)} (${threshold.setting}).`;
}

function shown(value: number): string {
  if (Number.isInteger(value)) return grouped(value);
  // Nearly all is not all.
  if (value < 1 && value > 0.999) return 'more than 0.999';
  return String(Number(value.toPrecision(3)));
}
