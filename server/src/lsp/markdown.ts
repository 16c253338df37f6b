import type { Explanation } from '../core/explain/explanation';
import { SHAPELESS } from './visible';

/**
 * Text from a log as Markdown that shows it and does nothing else: no links, images, markup or
 * HTML, and control and direction-changing characters made visible.
 */
export function escapeMarkdown(text: string): string {
  return Array.from(text, escapeCharacter).join('');
}

/** An explanation as Markdown: the headline in bold, each detail on a line of its own. */
export function explanationMarkdown({ headline, details, next }: Explanation): string {
  const lines = [...details, ...(next === undefined ? [] : [next])].map(escapeMarkdown);
  return [`**${escapeMarkdown(headline)}**`, ...lines].join('  \n');
}

const SPECIAL = /[\\`*_{}[\]()<>#+\-.!|~$:@/&]/;

function escapeCharacter(character: string): string {
  if (character === '\n') return ' ';
  if (SHAPELESS.test(character)) {
    return `\\\\u\\{${character.codePointAt(0)!.toString(16)}\\}`;
  }
  // As entities, so that no text becomes a link by itself.
  return SPECIAL.test(character) ? `&#${character.codePointAt(0)};` : character;
}
