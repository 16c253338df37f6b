import { parseBlock } from './addressBlock';
import type { LabelledBlock } from './blockLabels';

/** What a file of address blocks says. */
export interface BlockList {
  readonly blocks: readonly LabelledBlock[];
  /** Lines, from 0, that do not begin with an address or a block. */
  readonly unread: readonly number[];
}

/**
 * Reads a list of blocks, one a line: an address or a block, then, after blanks, a comma or a
 * semicolon, its label. Without a label the block is its own. `#` begins a comment.
 */
export function readBlockList(text: string): BlockList {
  const blocks: LabelledBlock[] = [];
  const unread: number[] = [];
  text.split(/\r\n|\r|\n/).forEach((line, number) => {
    const content = line
      .replace(/^\ufeff/, '')
      .replace(/(?:^|\s)#.*$/, '')
      .trim();
    if (content === '') return;
    const [, block = '', rest = ''] = /^([^\s,;]+)[\s,;]*(.*)$/.exec(content) ?? [];
    if (parseBlock(block)) blocks.push({ block, label: rest.trim() || block });
    else unread.push(number);
  });
  return { blocks, unread };
}
