/** Characters that a token may hold, as bits of {@link charactersOf}. */
export const HAS = { digit: 1, letter: 2, dot: 4, colon: 8, hyphen: 16, other: 32 } as const;

const BITS = new Uint8Array(128).fill(HAS.other);
for (let code = 0x30; code <= 0x39; code++) BITS[code] = HAS.digit;
for (let code = 0x41; code <= 0x5a; code++) BITS[code] = BITS[code | 0x20] = HAS.letter;
BITS['.'.charCodeAt(0)] = HAS.dot;
BITS[':'.charCodeAt(0)] = HAS.colon;
BITS['-'.charCodeAt(0)] = HAS.hyphen;

/** Which kinds of characters a token holds: it tells at once what the token cannot be. */
export function charactersOf(token: string): number {
  let held = 0;
  for (let i = 0; i < token.length; i++) {
    const code = token.charCodeAt(i);
    held |= code < 128 ? BITS[code]! : HAS.other;
  }
  return held;
}
