import { parseBlock } from './addressBlock';
import type { LabelledBlock } from './blockLabels';

/** What a file of address blocks says. */
export interface BlockList {
  readonly blocks: readonly LabelledBlock[];
  /** Where something else than an address or a block stands at the beginning of a line. */
  readonly unread: readonly Unread[];
}

/** A place in a list that cannot be read; line and column count from 0. */
export interface Unread {
  readonly line: number;
  readonly column: number;
}

/**
 * Reads a list of blocks, one a line: an address or a block, then, after blanks, a comma or a
 * semicolon, its label. Without a label the block is its own. `#` begins a comment.
 */
export function readBlockList(text: string): BlockList {
  const blocks: LabelledBlock[] = [];
  const unread: Unread[] = [];
  text.split(/\r\n|\r|\n/).forEach((line, number) => {
    const content = line
      .replace(/^\ufeff/, '')
      .replace(/(?:^|\s)#.*$/, '')
      .trim();
    if (content === '') return;
    const [, block = '', rest = ''] = /^([^\s,;]+)[\s,;]*(.*)$/.exec(content) ?? [];
    if (parseBlock(block)) blocks.push({ block, label: rest.trim() || block });
    else unread.push({ line: number, column: line.indexOf(block) });
  });
  return { blocks, unread };
}

/** What is wrong with a list, in the words after its name; undefined if nothing is. */
export function wrongWith({ unread: [first] }: BlockList): string | undefined {
  if (!first) return undefined;
  return `line ${first.line + 1}, column ${first.column + 1} is not an address or a block such as 10.0.0.0/8`;
}
