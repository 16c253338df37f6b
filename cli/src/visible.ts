/**
 * Characters that a terminal obeys or hides instead of showing them: control characters, format
 * characters (among them those that turn the direction of writing), line and paragraph separators.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
/** Text without any of them: ASCII, dashes and quotes. To see so takes a tenth of looking for them. */
const SEEN = /^[ -~\u2010-\u2027]*$/;

/** Text that shows on any terminal just what is in it: `ESC` becomes `\x1b`. */
export function visible(text: string): string {
  if (SEEN.test(text)) return text;
  return text.replace(UNSEEN, character => {
    const code = character.codePointAt(0)!;
    if (code < 0x100) return `\\x${hex(code, 2)}`;
    return code < 0x10000 ? `\\u${hex(code, 4)}` : `\\u{${hex(code, 4)}}`;
  });
}

/** A value as JSON on one line, with everything escaped that a terminal would obey or hide. */
export function visibleJson(value: unknown): string {
  const json = JSON.stringify(value);
  if (SEEN.test(json)) return json;
  return json.replace(UNSEEN, character =>
    // JSON escapes UTF-16 units, not characters.
    Array.from(
      { length: character.length },
      (_, i) => `\\u${hex(character.charCodeAt(i), 4)}`,
    ).join(''),
  );
}

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, '0');
}
