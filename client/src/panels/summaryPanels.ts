import {
  Uri,
  ViewColumn,
  window,
  type Disposable,
  type WebviewPanel,
  type WebviewPanelSerializer,
} from 'vscode';
import { FIRST_CHOICES } from '../../../client/webview/summary/firstChoices';
import type { Choices, KeptState } from '../../../client/webview/summary/messages';
import type { ServerConnection } from '../server/serverConnection';
import { SummaryPanel } from './summaryPanel';

const VIEW_TYPE = 'flowlog.summary';

/** The summaries that are shown, one for the same logs. They come back when the window is loaded again. */
export class SummaryPanels implements WebviewPanelSerializer<Partial<KeptState>> {
  private readonly open = new Map<string, SummaryPanel>();
  private readonly serializer: Disposable;

  constructor(
    private readonly connection: ServerConnection,
    private readonly extensionUri: Uri,
  ) {
    this.serializer = window.registerWebviewPanelSerializer(VIEW_TYPE, this);
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
    this.serializer.dispose();
    for (const panel of this.open.values()) panel.dispose();
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
