import {
  Uri,
  ViewColumn,
  window,
  type Disposable,
  type WebviewPanel,
  type WebviewPanelSerializer,
} from 'vscode';
import type { KeptState } from '../../../client/webview/summary/messages';
import type { ServerConnection } from '../server/serverConnection';
import { SummaryPanel } from './summaryPanel';

const VIEW_TYPE = 'flowlog.summary';

/** The summaries that are shown, one a log. They come back when the window is loaded again. */
export class SummaryPanels implements WebviewPanelSerializer<Partial<KeptState>> {
  private readonly open = new Map<string, SummaryPanel>();
  private readonly serializer: Disposable;

  constructor(
    private readonly connection: ServerConnection,
    private readonly extensionUri: Uri,
  ) {
    this.serializer = window.registerWebviewPanelSerializer(VIEW_TYPE, this);
  }

  show(uri: Uri): void {
    const known = this.open.get(uri.toString());
    if (known) known.show();
    else this.adopt(createPanel(), uri);
  }

  deserializeWebviewPanel(panel: WebviewPanel, state: Partial<KeptState> | undefined) {
    // A page that was closed before it knew its log has nothing to come back to.
    if (typeof state?.uri === 'string' && state.uri !== '') this.adopt(panel, Uri.parse(state.uri));
    else panel.dispose();
    return Promise.resolve();
  }

  dispose(): void {
    this.serializer.dispose();
    for (const panel of this.open.values()) panel.dispose();
  }

  private adopt(panel: WebviewPanel, uri: Uri): void {
    const key = uri.toString();
    const summary = new SummaryPanel(panel, uri, this.connection, this.extensionUri);
    this.open.set(key, summary);
    panel.onDidDispose(() => {
      summary.dispose();
      if (this.open.get(key) === summary) this.open.delete(key);
    });
  }
}

function createPanel(): WebviewPanel {
  return window.createWebviewPanel(VIEW_TYPE, '', ViewColumn.Beside, { enableFindWidget: true });
}
