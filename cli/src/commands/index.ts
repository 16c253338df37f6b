import { checkCommand } from './check';
import type { Command } from './command';

/** All that the program can do; a new command is a file in this folder and a line here. */
export const COMMANDS: readonly Command[] = [checkCommand];
