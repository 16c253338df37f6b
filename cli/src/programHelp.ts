import type { Command } from './commands/command';

/** What `flowlog --help` says. */
export function programHelp(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  const list = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return `Reads VPC flow logs.

Usage: flowlog COMMAND …

Commands
${list.join('\n')}

Options
  -h, --help     this text; after a command, all about that command
  -v, --version  the version

Nothing leaves this machine: the program reads the files it is given, and no others.
`;
}
