import { Uri, commands } from 'vscode';
import type { FlowLogCommand } from './command';
import { SHOW_CHECKS } from './ids';

/** Opens the page of all diagnostics, at one of them if its code is given. */
export const showChecks: FlowLogCommand = {
  id: SHOW_CHECKS,
  async run({ extensionUri }, code) {
    const page = Uri.joinPath(extensionUri, 'docs', 'diagnostics.md');
    const fragment = typeof code === 'string' ? code : '';
    await commands.executeCommand('markdown.showPreview', page.with({ fragment }));
  },
};
