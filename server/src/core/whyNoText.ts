/** What an input is that cannot be read as the text of a log. */
export type NoText = 'gzip' | 'utf-16' | 'binary' | 'foreign';

/** The same as the end of a sentence, with a way out where there is one. */
export const NO_TEXT: Readonly<Record<NoText, string>> = {
  gzip: 'is compressed with gzip; unpack it first',
  'utf-16': 'is text in UTF-16; save it in UTF-8 first',
  binary: 'holds binary data, no text',
  foreign: 'holds binary data, or text that is not UTF-8',
};

/** So many bytes from the beginning of an input tell whether it is text. */
export const LOOKED_AT = 8192;

/** The share of control characters beyond which no text is believed. */
const MOST_CONTROLS = 0.05;
/** The share of bytes outside ASCII that may be something else than UTF-8, a comment's say. */
const MOST_FOREIGN = 0.3;

/** What an input is that begins with these bytes; undefined for a text that could be a log. */
export function whyNoText(bytes: Uint8Array): NoText | undefined {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return 'gzip';
  const mark = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  if (mark === 0xfffe || mark === 0xfeff) return 'utf-16';
  if (bytes.includes(0) || isMostlyControl(bytes)) return 'binary';
  return isForeign(bytes) ? 'foreign' : undefined;
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
