import type { StoryView } from '../../../server/src/core/requests';

export type Certainty = StoryView['certainty'];

export const CERTAINTIES: readonly Certainty[] = ['proved', 'likely', 'undecided'];

/** How sure a finding is, as its badge says it. */
export const CERTAINTY_NAMES: Readonly<Record<Certainty, string>> = {
  proved: 'proved',
  likely: 'likely',
  undecided: 'undecided',
};

/** What the badge means. */
export const CERTAINTY_MEANINGS: Readonly<Record<Certainty, string>> = {
  proved: 'Under the assumptions below, these records leave no other reading.',
  likely:
    'The best reading of these records. Another one is possible; what speaks against certainty is said below.',
  undecided: 'These records leave more than one reading. The next check is what tells them apart.',
};
