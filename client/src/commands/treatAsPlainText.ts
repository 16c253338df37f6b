import { window } from 'vscode';
import { changeLanguage } from '../language';
import type { FlowLogCommand } from './command';

/** Makes the active flow log a plain text, now and whenever it is opened. */
export const treatAsPlainText: FlowLogCommand = {
  id: 'flowlog.treatAsPlainText',
  async run() {
    const document = window.activeTextEditor?.document;
    if (document) await changeLanguage(document, 'plaintext');
  },
};
