import { commands, type Disposable } from 'vscode';
import type { CommandHost, FlowLogCommand } from './command';
import { explainReachability } from './explainReachability';
import { joinWrappedRecords } from './joinWrappedRecords';
import { restartServer } from './restartServer';
import { showChecks } from './showChecks';
import { showOutput } from './showOutput';
import { showSummary } from './showSummary';
import { treatAsFlowLog } from './treatAsFlowLog';
import { treatAsPlainText } from './treatAsPlainText';

const COMMANDS: readonly FlowLogCommand[] = [
  explainReachability,
  joinWrappedRecords,
  restartServer,
  showChecks,
  showOutput,
  showSummary,
  treatAsFlowLog,
  treatAsPlainText,
];

export function registerCommands(host: CommandHost): Disposable[] {
  return COMMANDS.map(({ id, run }) =>
    commands.registerCommand(id, (...args: unknown[]) => run(host, ...args)),
  );
}
