import { window } from 'vscode';
import { FLOW_LOG, changeLanguage } from '../language';
import type { FlowLogCommand } from './command';

/** Makes the active document a flow log, now and whenever it is opened. */
export const treatAsFlowLog: FlowLogCommand = {
  id: 'flowlog.treatAsFlowLog',
  async run() {
    const document = window.activeTextEditor?.document;
    if (document) await changeLanguage(document, FLOW_LOG);
  },
};
