/** Controls, bidirectional marks and other characters that have no shape of their own. */
export const SHAPELESS = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029]/u;

/** Plain text with its shapeless characters written out, so that none reorders or hides the rest. */
export function visible(text: string): string {
  if (!SHAPELESS.test(text)) return text;
  return Array.from(text, character =>
    SHAPELESS.test(character) ? `\\u{${character.codePointAt(0)!.toString(16)}}` : character,
  ).join('');
}
