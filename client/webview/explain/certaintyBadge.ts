import { element } from '../common/element';
import { CERTAINTY_NAMES, type Certainty } from './certaintyWords';

/** How sure a finding is: a word in a frame whose line differs too, not only its colour. */
export function certaintyBadge(certainty: Certainty): HTMLElement {
  return element('span', { class: `badge badge-${certainty}` }, CERTAINTY_NAMES[certainty]);
}
