import { UnusableInput } from './unusable';

/** The share of control characters beyond which no text is believed. */
const MOST_CONTROLS = 0.05;
/** The share of bytes outside ASCII that may be something else than UTF-8, a comment's say. */
const MOST_FOREIGN = 0.3;

/** Fails when an input that begins with these bytes is no text that could be a log. */
export function requireText(bytes: Uint8Array): void {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    throw new UnusableInput(
      'is compressed with gzip; unpack it first, as in: gzip -dc FILE | flowlog COMMAND -',
    );
  }
  const mark = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  if (mark === 0xfffe || mark === 0xfeff) {
    throw new UnusableInput('is text in UTF-16; save it in UTF-8 first');
  }
  if (bytes.includes(0) || isMostlyControl(bytes)) {
    throw new UnusableInput('holds binary data, no text');
  }
  if (isForeign(bytes)) throw new UnusableInput('holds binary data, or text that is not UTF-8');
}

function isMostlyControl(bytes: Uint8Array): boolean {
  let controls = 0;
  for (const byte of bytes) if (byte === 0x7f || (byte < 0x20 && !isOrdinary(byte))) controls++;
  return controls > Math.max(4, bytes.length * MOST_CONTROLS);
}

/** Tab, line feed, form feed, carriage return, and the escape of a coloured terminal. */
function isOrdinary(byte: number): boolean {
  return byte === 0x09 || byte === 0x0a || byte === 0x0c || byte === 0x0d || byte === 0x1b;
}

function isForeign(bytes: Uint8Array): boolean {
  let high = 0;
  for (const byte of bytes) if (byte >= 0x80) high++;
  if (high <= bytes.length * MOST_FOREIGN) return false;
  try {
    // What is cut off at the end may be half a character.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return false;
  } catch {
    return true;
  }
}
