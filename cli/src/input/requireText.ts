import { LOOKED_AT, NO_TEXT, whyNoText } from '../../../server/src/core/whyNoText';
import { UnusableInput } from './unusable';

/** Fails when an input that begins with these bytes is no text that could be a log. */
export function requireText(bytes: Uint8Array): void {
  const why = whyNoText(bytes.subarray(0, LOOKED_AT));
  if (!why) return;
  const how = why === 'gzip' ? ', as in: gzip -dc FILE | flowlog COMMAND -' : '';
  throw new UnusableInput(NO_TEXT[why] + how);
}
