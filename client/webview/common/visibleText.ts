/** Characters that are not seen, or that turn the order of those after them. */
const HIDDEN =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/** The text as it is read: a character that hides, or turns what follows, stands as its code. */
export function visibleText(text: string): string {
  return text.replace(HIDDEN, hidden => {
    const code = hidden.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return `\u27e8U+${code}\u27e9`;
  });
}
