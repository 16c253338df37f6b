import { LOOKED_AT } from '../../../server/src/core/whyNoText';
import { joinBytes } from './joinBytes';
import { requireText } from './requireText';

/** Hands bytes on, without the byte order mark, if their beginning can be that of a text. */
export async function* onlyText(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let beginning: Uint8Array | undefined = new Uint8Array(0);
  for await (const piece of pieces) {
    if (!beginning) {
      yield piece;
      continue;
    }
    beginning = joinBytes([beginning, piece]);
    if (beginning.length < LOOKED_AT) continue;
    yield checked(beginning);
    beginning = undefined;
  }
  if (beginning) yield checked(beginning);
}

function checked(beginning: Uint8Array): Uint8Array {
  requireText(beginning);
  const marked = beginning[0] === 0xef && beginning[1] === 0xbb && beginning[2] === 0xbf;
  return marked ? beginning.subarray(3) : beginning;
}
