import type { Format } from './format';
import { jsonFormat } from './json';
import { sarifFormat } from './sarif';
import { textFormat } from './text';

/** The formats by name, the default first. */
export const FORMATS: ReadonlyMap<string, () => Format> = new Map([
  ['text', textFormat],
  ['json', jsonFormat],
  ['sarif', sarifFormat],
]);
