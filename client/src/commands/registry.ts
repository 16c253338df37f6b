import { commands, type Disposable } from 'vscode';
import type { CommandHost, FlowLogCommand } from './command';
import { joinWrappedRecords } from './joinWrappedRecords';
import { restartServer } from './restartServer';
import { showChecks } from './showChecks';
import { showOutput } from './showOutput';
import { treatAsFlowLog } from './treatAsFlowLog';
import { treatAsPlainText } from './treatAsPlainText';

const COMMANDS: readonly FlowLogCommand[] = [
  joinWrappedRecords,
  restartServer,
  showChecks,
  showOutput,
  treatAsFlowLog,
  treatAsPlainText,
];

export function registerCommands(host: CommandHost): Disposable[] {
  return COMMANDS.map(({ id, run }) =>
    commands.registerCommand(id, (...args: unknown[]) => run(host, ...args)),
  );
}
