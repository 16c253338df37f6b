import {
  CancellationTokenSource,
  commands,
  env,
  l10n,
  workspace,
  type Disposable,
  type Uri,
  type WebviewPanel,
} from 'vscode';
import type {
  ExplainContent,
  FromPage,
  PageRequest,
  ToPage,
} from '../../../client/webview/explain/messages';
import { RESTART_SERVER, SHOW_OUTPUT } from '../commands/ids';
import { FLOW_LOG, changeLanguage } from '../language';
import type { ServerConnection } from '../server/serverConnection';
import { askStories } from './askStories';
import { revealLine, showLog } from './revealLine';
import { pageFolder, webviewHtml } from './webviewHtml';

/** The view that explains one log, kept up to date with it. */
export class ExplainPanel {
  private readonly subscriptions: Disposable[];
  private pending: CancellationTokenSource | undefined;
  private content: ExplainContent = { kind: 'waiting', why: 'reading' };
  /** The record that was asked for; an edit may move it, and then it is forgotten. */
  private line: number | undefined;
  /** The page has not yet been brought to what the user asked for. */
  private jump = false;
  /** The page listens; while it is hidden there is none. */
  private isReady = false;
  private isOutdated = true;

  constructor(
    private readonly panel: WebviewPanel,
    private readonly uri: Uri,
    private readonly connection: ServerConnection,
    extensionUri: Uri,
  ) {
    const { webview } = panel;
    webview.options = { enableScripts: true, localResourceRoots: [pageFolder(extensionUri)] };
    panel.title = l10n.t('Reachability: {0}', this.name);
    this.subscriptions = [
      webview.onDidReceiveMessage((message: FromPage) => void this.receive(message)),
      panel.onDidChangeViewState(() => this.turned()),
      connection.onStatus(({ uri: checked }) => {
        if (checked === uri.toString()) this.refresh();
      }),
      connection.onStateChange(() => this.refresh()),
      workspace.onDidOpenTextDocument(document => {
        if (document.uri.toString() === uri.toString()) this.refresh();
      }),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (document.uri.toString() !== uri.toString() || contentChanges.length === 0) return;
        this.line = undefined;
      }),
    ];
    webview.html = webviewHtml(webview, extensionUri, 'explain', panel.title);
  }

  /** Comes to the front and shows the story of a record, or all of them. */
  explain(line: number | undefined): void {
    this.line = line;
    this.jump = line !== undefined;
    this.panel.reveal(undefined, false);
    this.refresh();
  }

  dispose(): void {
    this.pending?.cancel();
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private get name(): string {
    return this.uri.path.slice(this.uri.path.lastIndexOf('/') + 1);
  }

  /** Asks for the stories again, at once or when somebody looks. */
  refresh(): void {
    this.isOutdated = !this.panel.visible;
    if (!this.isOutdated) void this.ask();
  }

  private turned(): void {
    if (!this.panel.visible) this.isReady = false;
    else if (this.isOutdated) this.refresh();
  }

  private async ask(): Promise<void> {
    this.pending?.cancel();
    const asked = (this.pending = new CancellationTokenSource());
    const content = await askStories(
      this.connection,
      { uri: this.uri, line: this.line },
      asked.token,
    );
    if (asked.token.isCancellationRequested) return;
    this.content = content;
    this.send();
  }

  private send(): void {
    if (!this.isReady) return;
    const { content, jump, name } = this;
    this.post({ type: 'content', uri: this.uri.toString(), name, content, jump });
    if (content.kind === 'stories') this.jump = false;
  }

  private post(message: ToPage): void {
    void this.panel.webview.postMessage(message);
  }

  private async receive(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.isReady = true;
        this.send();
        break;
      case 'reveal':
        await revealLine(this.uri, message.line);
        break;
      case 'copy':
        await env.clipboard.writeText(message.text);
        this.post({ type: 'copied' });
        break;
      case 'request':
        await this.obey(message.request);
    }
  }

  private async obey(request: PageRequest): Promise<void> {
    switch (request) {
      case 'try-again':
        this.refresh();
        break;
      case 'open-log':
        await showLog(this.uri);
        break;
      case 'treat-as-flow-log':
        await changeLanguage(await workspace.openTextDocument(this.uri), FLOW_LOG);
        break;
      case 'restart-server':
        await commands.executeCommand(RESTART_SERVER);
        break;
      case 'show-output':
        await commands.executeCommand(SHOW_OUTPUT);
    }
  }
}
