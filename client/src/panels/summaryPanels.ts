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
import { FIRST_CHOICES } from '../../../client/webview/summary/firstChoices';
import type { Choices, KeptState } from '../../../client/webview/summary/messages';
import type { ServerConnection } from '../server/serverConnection';
import { renamedLog } from './renamedLog';
import { SummaryPanel } from './summaryPanel';

const VIEW_TYPE = 'flowlog.summary';

/**
 * The summaries that are shown, one for the same logs. They follow logs that are renamed, and come back
 * when the window is loaded again.
 */
export class SummaryPanels implements WebviewPanelSerializer<Partial<KeptState>> {
  private readonly open = new Map<string, SummaryPanel>();
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

  show(uris: readonly Uri[]): void {
    const logs = inOrder(uris);
    const known = this.open.get(keyOf(logs));
    if (known) known.show();
    else this.adopt(createPanel(), logs, FIRST_CHOICES);
  }

  deserializeWebviewPanel(panel: WebviewPanel, state: Partial<KeptState> | undefined) {
    // A page that was closed before it knew its log has nothing to come back to.
    const uris = Array.isArray(state?.uris)
      ? state.uris.filter(uri => typeof uri === 'string')
      : [];
    if (uris.length > 0) this.adopt(panel, inOrder(uris.map(uri => Uri.parse(uri))));
    else panel.dispose();
    return Promise.resolve();
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    for (const panel of this.open.values()) panel.dispose();
  }

  private follow(renamed: FileRenameEvent): void {
    for (const [key, { panel, logs }] of [...this.open]) {
      const now = inOrder(logs.map(log => renamedLog(log, renamed)));
      if (keyOf(now) === key) continue;
      this.open.get(key)?.dispose();
      this.open.delete(key);
      this.adopt(panel, now);
    }
  }

  private adopt(panel: WebviewPanel, logs: readonly Uri[], first?: Choices): void {
    const key = keyOf(logs);
    const summary = new SummaryPanel(panel, logs, this.connection, this.extensionUri, first);
    this.open.set(key, summary);
    panel.onDidDispose(() => {
      summary.dispose();
      if (this.open.get(key) === summary) this.open.delete(key);
    });
  }
}

/** Each once, by name: so the parts of an export mostly follow each other in time, too. */
function inOrder(uris: readonly Uri[]): Uri[] {
  const each = [...new Map(uris.map(uri => [uri.toString(), uri])).entries()];
  return each.sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true })).map(([, uri]) => uri);
}

function keyOf(logs: readonly Uri[]): string {
  return logs.join('\n');
}

function createPanel(): WebviewPanel {
  return window.createWebviewPanel(VIEW_TYPE, '', ViewColumn.Beside, { enableFindWidget: true });
}
