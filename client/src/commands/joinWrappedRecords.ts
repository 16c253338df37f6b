import { commands } from 'vscode';
import type { FlowLogCommand } from './command';

/** Puts each record of the active flow log that was wrapped back on one line. */
export const joinWrappedRecords: FlowLogCommand = {
  id: 'flowlog.joinWrappedRecords',
  async run() {
    const action = { kind: 'source.fixAll.flowlog.join', apply: 'first' };
    await commands.executeCommand('editor.action.sourceAction', action);
  },
};
