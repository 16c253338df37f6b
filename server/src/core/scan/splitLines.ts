const LF = 0x0a;
const CR = 0x0d;

/**
 * Where lines begin in bytes. A line ends with LF, CRLF or a lone CR, as in the language server
 * protocol. The result has one entry more than there are lines: the end of the last one. With
 * `last`, what follows the final line end is a line too, be it empty.
 */
export function splitLines(bytes: Uint8Array, last: boolean): Uint32Array {
  const hasCr = bytes.indexOf(CR) >= 0;
  let starts = new Uint32Array(Math.max(16, bytes.length >>> 6));
  let lines = 0;
  let at = 0;
  while (at < bytes.length) {
    if (lines + 2 >= starts.length) {
      const more = new Uint32Array(starts.length * 2);
      more.set(starts);
      starts = more;
    }
    starts[lines++] = at;
    at = hasCr ? nextAfterAnyEnd(bytes, at) : nextAfterLf(bytes, at);
  }
  if (last && (bytes.length === 0 || endsLine(bytes))) starts[lines++] = bytes.length;
  starts[lines] = bytes.length;
  return starts.slice(0, lines + 1);
}

/** Where the content of a line ends that begins at `start` and ends, line end included, at `end`. */
export function contentEnd(bytes: Uint8Array, start: number, end: number): number {
  let stop = end;
  if (stop > start && bytes[stop - 1] === LF) stop--;
  if (stop > start && bytes[stop - 1] === CR) stop--;
  return stop;
}

/** The same in a text. */
export function contentEndInText(text: string, start: number, end: number): number {
  let stop = end;
  if (stop > start && text.charCodeAt(stop - 1) === LF) stop--;
  if (stop > start && text.charCodeAt(stop - 1) === CR) stop--;
  return stop;
}

function endsLine(bytes: Uint8Array): boolean {
  const byte = bytes[bytes.length - 1];
  return byte === LF || byte === CR;
}

function nextAfterLf(bytes: Uint8Array, at: number): number {
  const lf = bytes.indexOf(LF, at);
  return lf < 0 ? bytes.length : lf + 1;
}

function nextAfterAnyEnd(bytes: Uint8Array, at: number): number {
  for (let i = at; i < bytes.length; i++) {
    if (bytes[i] === LF) return i + 1;
    if (bytes[i] === CR) return bytes[i + 1] === LF ? i + 2 : i + 1;
  }
  return bytes.length;
}
