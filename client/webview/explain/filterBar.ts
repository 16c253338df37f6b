import type { StoryView } from '../../../server/src/core/requests';
import { element } from '../common/element';
import { CERTAINTIES, CERTAINTY_NAMES, type Certainty } from './certaintyWords';
import { titleOf } from './codeWords';
import { grouped } from './counted';
import { NO_FILTER, filterStories, isFiltered, type StoryFilter } from './storyFilter';

/** The controls above the list. They stay in place while the list below them changes. */
export interface FilterBar {
  readonly root: HTMLElement;
  /** Shows a filter, and how many stories each choice would leave. */
  show(filter: StoryFilter, stories: readonly StoryView[]): void;
}

export function filterBar(changed: (filter: StoryFilter) => void): FilterBar {
  let current = NO_FILTER;
  const change = (part: Partial<StoryFilter>) => changed({ ...current, ...part });

  const text = element('input', {
    id: 'filter',
    type: 'search',
    placeholder: 'Address, port, interface, code',
    title:
      'Words that a story must all have: an address, its beginning or a block (10.0.0.0/8), a port, an interface, a code, a protocol',
    spellcheck: 'false',
    autocomplete: 'off',
  });
  text.addEventListener('input', () => change({ text: text.value }));

  const code = element('select', { id: 'code' });
  code.addEventListener('change', () => change({ code: code.value }));

  const chips = CERTAINTIES.map(certainty => {
    const chip = element('button', { type: 'button', class: `chip chip-${certainty}` });
    chip.addEventListener('click', () =>
      change({ certainties: toggled(current.certainties, certainty) }),
    );
    return { certainty, chip };
  });

  const clear = element('button', { type: 'button', class: 'clear' }, 'Clear filter');
  clear.addEventListener('click', () => {
    changed(NO_FILTER);
    text.focus();
  });

  return {
    root: element(
      'div',
      { class: 'filter-bar', role: 'search', 'aria-label': 'Filter stories' },
      labelled('filter', 'Filter', text),
      labelled('code', 'Code', code),
      element(
        'div',
        { class: 'chips', role: 'group', 'aria-label': 'Certainty' },
        ...chips.map(({ chip }) => chip),
      ),
      clear,
    ),
    show(filter, stories) {
      current = filter;
      if (text.value !== filter.text) text.value = filter.text;
      const ofCodes = filterStories(stories, { ...filter, code: '' });
      const ofCertainties = filterStories(stories, { ...filter, certainties: [] });
      code.replaceChildren(...codeChoices(filter.code, ofCodes));
      code.value = filter.code;
      for (const { certainty, chip } of chips) {
        const count = ofCertainties.filter(story => story.certainty === certainty).length;
        chip.textContent = `${CERTAINTY_NAMES[certainty]} (${grouped(count)})`;
        chip.setAttribute('aria-pressed', String(filter.certainties.includes(certainty)));
      }
      clear.disabled = !isFiltered(filter);
    },
  };
}

function labelled(id: string, name: string, control: HTMLElement): HTMLElement {
  return element('div', { class: 'field' }, element('label', { for: id }, name), control);
}

function toggled(chosen: readonly Certainty[], certainty: Certainty): readonly Certainty[] {
  return chosen.includes(certainty)
    ? chosen.filter(other => other !== certainty)
    : [...chosen, certainty];
}

function codeChoices(chosen: string, stories: readonly StoryView[]): HTMLOptionElement[] {
  const counts = new Map<string, number>();
  if (chosen !== '') counts.set(chosen, 0);
  for (const { code } of stories) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [
    element('option', { value: '' }, `All codes (${grouped(stories.length)})`),
    ...[...counts].map(([code, count]) =>
      element('option', { value: code }, `${titleOf(code)} \u2013 ${code} (${grouped(count)})`),
    ),
  ];
}
