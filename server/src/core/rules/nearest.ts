/** The shortest beginning of a word that is taken for the word. */
const LEAST_BEGINNING = 3;

/**
 * The word that a text was most likely meant to be: the same but for case and separators, cut off,
 * or with no more letters wrong than a third of it.
 */
export function nearest(text: string, words: Iterable<string>): string | undefined {
  const meant = plain(text);
  let best: string | undefined;
  let least = Infinity;
  for (const word of words) {
    const target = plain(word);
    const most = Math.max(1, Math.floor(Math.max(meant.length, target.length) / 3));
    const cutOff = meant.length >= LEAST_BEGINNING && target.startsWith(meant);
    const wrong = cutOff ? 0.5 : distance(meant, target);
    if (meant === target) return word;
    if (wrong <= most && wrong < least && target.length > 1) {
      best = word;
      least = wrong;
    }
  }
  return best;
}

function plain(text: string): string {
  return text
    .slice(0, 40)
    .toUpperCase()
    .replace(/[\s._-]/g, '');
}

/** Letters to add, leave out, change, or exchange with their neighbour (optimal string alignment). */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min(changed, above[j]! + 1, row[j - 1]! + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, before[j - 2]! + 1);
      }
      row.push(least);
    }
    before = above;
    above = row;
  }
  return above[b.length]!;
}
