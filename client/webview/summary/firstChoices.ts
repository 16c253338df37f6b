import type { Choices } from './messages';

/** What a page shows before its reader has chosen anything. */
export const FIRST_CHOICES: Choices = { by: 'bytes', top: 10, time: null, series: false };
