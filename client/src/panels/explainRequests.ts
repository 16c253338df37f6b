import { commands, workspace, type Uri } from 'vscode';
import type { PageRequest } from '../../../client/webview/explain/messages';
import { RESTART_SERVER, SHOW_OUTPUT } from '../commands/ids';
import { FLOW_LOG, changeLanguage } from '../language';
import { showEditor } from './summarySelection';

/** The panel that a page asks. */
interface Asked {
  readonly uri: Uri;
  refresh(): void;
  cancel(): void;
}

/** What is done at the request of the page that explains a log. */
export const OBEY: Readonly<Record<PageRequest, (panel: Asked) => unknown>> = {
  cancel: panel => panel.cancel(),
  'try-again': panel => panel.refresh(),
  'open-log': async ({ uri }) => {
    if (!(await showEditor(uri, false))) await commands.executeCommand('vscode.open', uri);
  },
  'treat-as-flow-log': async ({ uri }) =>
    changeLanguage(await workspace.openTextDocument(uri), FLOW_LOG),
  'restart-server': () => commands.executeCommand(RESTART_SERVER),
  'show-output': () => commands.executeCommand(SHOW_OUTPUT),
};
