import type { Command } from 'vscode-languageserver';
import type { FeatureHost } from '../feature';

type Explaining = Pick<FeatureHost, 'explainCommand'>;

/**
 * What a code lens runs: the explanation of the story with a code that begins on a line. It runs
 * nothing where the client has no such command.
 */
export function explainCommand(
  { explainCommand: command }: Explaining,
  uri: string,
  story: { readonly line: number; readonly code: string },
  title: string,
): Command {
  const { line, code } = story;
  return command === undefined
    ? { title, command: '' }
    : { title, command, arguments: [{ uri, line, code }] };
}

/** A link that opens the explanation of the record on a line, where the client has one. */
export function explainLink(
  { explainCommand: command }: Explaining,
  uri: string,
  line: number,
): string | undefined {
  if (command === undefined) return undefined;
  // Parentheses would end a link in Markdown.
  const args = encodeURIComponent(JSON.stringify([{ uri, line }])).replace(
    /[()]/g,
    character => `%${character.charCodeAt(0).toString(16)}`,
  );
  return `command:${command}?${args}`;
}
