import { checkCommand } from './check';
import type { Command } from './command';
import { explainCommand } from './explain';
import { summaryCommand } from './summary';

/** All that the program can do; a new command is a file in this folder and a line here. */
export const COMMANDS: readonly Command[] = [checkCommand, explainCommand, summaryCommand];
