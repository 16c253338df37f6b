import type { Choices } from '../messages';

/** Of what the reader chose, what tables go by. */
export type View = Pick<Choices, 'by' | 'top'>;
