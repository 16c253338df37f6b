import {
  Uri,
  ViewColumn,
  window,
  workspace,
  type Disposable,
  type FileRenameEvent,
  type WebviewPanel,
  type WebviewPanelSerializer,
} from 'vscode';
import type { SavedPage } from '../../../client/webview/explain/messages';
import type { ServerConnection } from '../server/serverConnection';
import type { AskedRecord } from './askStories';
import { ExplainPanel } from './explainPanel';
import { renamedLog } from './renamedLog';

const VIEW_TYPE = 'flowlog.explain';

/**
 * The views that explain logs, one a log. They follow logs that are renamed, and come back when the
 * window is loaded again.
 */
export class ExplainPanels implements WebviewPanelSerializer<Partial<SavedPage>> {
  private readonly open = new Map<string, ExplainPanel>();
  private readonly subscriptions: Disposable[];

  constructor(
    private readonly connection: ServerConnection,
    private readonly extensionUri: Uri,
  ) {
    this.subscriptions = [
      window.registerWebviewPanelSerializer(VIEW_TYPE, this),
      workspace.onDidRenameFiles(renamed => this.follow(renamed)),
    ];
  }

  /** Explains the record on a line of a log, or all of the log. */
  explain(uri: Uri, asked: AskedRecord | undefined): void {
    const known = this.open.get(uri.toString());
    const panel = known ?? this.adopt(createPanel(), uri);
    panel.explain(asked);
  }

  deserializeWebviewPanel(panel: WebviewPanel, state: Partial<SavedPage> | undefined) {
    // A page that was closed before it knew its log has nothing to come back to.
    if (typeof state?.uri === 'string' && state.uri !== '')
      this.adopt(panel, Uri.parse(state.uri)).refresh();
    else panel.dispose();
    return Promise.resolve();
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    for (const panel of this.open.values()) panel.dispose();
  }

  private follow(renamed: FileRenameEvent): void {
    for (const [key, { panel, uri }] of [...this.open]) {
      const now = renamedLog(uri, renamed);
      if (now.toString() === key) continue;
      this.open.get(key)?.dispose();
      this.open.delete(key);
      this.adopt(panel, now).refresh();
    }
  }

  private adopt(panel: WebviewPanel, uri: Uri): ExplainPanel {
    const key = uri.toString();
    const explained = new ExplainPanel(panel, uri, this.connection, this.extensionUri);
    this.open.set(key, explained);
    panel.onDidDispose(() => {
      explained.dispose();
      if (this.open.get(key) === explained) this.open.delete(key);
    });
    return explained;
  }
}

function createPanel(): WebviewPanel {
  return window.createWebviewPanel(VIEW_TYPE, '', ViewColumn.Beside, {});
}
