/** A value longer than this is cut where it is quoted: a hover is not the place to read it. */
const MOST_QUOTED = 40;

/** A text in quotation marks, cut when it is long. */
export function quoted(text: string): string {
  return `“${shortened(text)}”`;
}

/** A text cut to a length that fits a line. */
export function shortened(text: string): string {
  if (text.length <= MOST_QUOTED) return text;
  return `${text.slice(0, MOST_QUOTED).replace(/[\ud800-\udbff]$/, '')}…`;
}
