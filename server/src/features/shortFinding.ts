import type { Story } from '../core/reachability/story';

/** A code lens is one line. */
const LONGEST = 160;

/** The first sentence of a finding, no longer than a line. */
export function shortFinding({ summary }: Pick<Story, 'summary'>): string {
  const [, sentence = summary] = /^(.*?[^.]\.)(?:\s\p{Lu}|$)/u.exec(summary) ?? [];
  return sentence.length <= LONGEST
    ? sentence
    : `${sentence.slice(0, LONGEST - 1).trimEnd()}\u2026`;
}
