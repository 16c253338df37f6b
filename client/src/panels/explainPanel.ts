import { env, l10n, workspace, type Disposable, type Uri, type WebviewPanel } from 'vscode';
import type { FromPage, ToPage } from '../../../client/webview/explain/messages';
import type { ServerConnection } from '../server/serverConnection';
import type { AskedRecord } from './askStories';
import { OBEY } from './explainRequests';
import { StoriesReader } from './storiesReader';
import { nameOfSet } from './summaryLogs';
import { selectLines } from './summarySelection';
import { pageFolder, webviewHtml } from './webviewHtml';

/** Sooner nobody is told that the text is ahead of what is shown, in milliseconds. */
const WORTH_MENTIONING = 300;

/** The view that explains one log, kept up to date with it. */
export class ExplainPanel {
  private readonly subscriptions: Disposable[];
  private readonly reader: StoriesReader;
  private readonly name: string;
  /** The record that was asked for; an edit may move it, and then it is forgotten. */
  private asked: AskedRecord | undefined;
  /** The page has not yet been brought to what the user asked for. */
  private jump = false;
  /** The page listens; while it is hidden there is none. */
  private isReady = false;
  private isOutdated = true;
  /** Changes of the text so far. */
  private edits = 0;
  /** Runs until what is shown has been behind the text for a while. */
  private lag: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly panel: WebviewPanel,
    readonly uri: Uri,
    connection: ServerConnection,
    extensionUri: Uri,
  ) {
    const { webview } = panel;
    const key = uri.toString();
    this.reader = new StoriesReader(connection, uri, {
      changed: () => this.send(),
      reached: reached => this.post({ type: 'progress', reached }),
    });
    webview.options = { enableScripts: true, localResourceRoots: [pageFolder(extensionUri)] };
    this.name = nameOfSet([uri]);
    panel.title = l10n.t('Reachability: {0}', this.name);
    this.subscriptions = [
      webview.onDidReceiveMessage((message: FromPage) => void this.receive(message)),
      panel.onDidChangeViewState(() => this.turned()),
      connection.onStatus(({ uri: checked }) => {
        if (checked === key) this.refresh();
      }),
      connection.onSettings(() => {
        if (this.reader.isOfFile) this.refresh();
      }),
      connection.onStateChange(() => this.refreshUnlessReading()),
      workspace.onDidOpenTextDocument(document => {
        if (document.uri.toString() === key) this.refresh();
      }),
      workspace.onDidCloseTextDocument(document => {
        const { uri, isUntitled, isClosed } = document;
        if (uri.toString() === key && isUntitled && isClosed) this.refresh();
      }),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (document.uri.toString() !== key || contentChanges.length === 0) return;
        this.asked = undefined;
        this.jump = false;
        this.edits++;
        this.follows(false);
      }),
    ];
    webview.html = webviewHtml(webview, extensionUri, 'explain', panel.title);
  }

  /** Comes to the front and shows the story of a record, or all of them. */
  explain(asked: AskedRecord | undefined): void {
    this.asked = asked;
    this.jump = asked !== undefined;
    this.panel.reveal(undefined, false);
    this.refresh();
  }

  dispose(): void {
    clearTimeout(this.lag);
    this.reader.dispose();
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  /** Asks for the stories again, at once or when somebody looks. */
  refresh(): void {
    this.isOutdated = !this.panel.visible;
    if (this.isOutdated) return;
    const { edits } = this;
    void this.reader.read(this.asked).then(isAnswered => {
      if (isAnswered && edits === this.edits) this.follows(true);
    });
  }

  /** Reading a file by its path starts the server itself. */
  private refreshUnlessReading(): void {
    const { content } = this.reader;
    if (content.kind !== 'waiting' || content.why !== 'reading-file') this.refresh();
  }

  /** What is shown has caught up with the text, or has yet to. */
  private follows(hasCaughtUp: boolean): void {
    clearTimeout(this.lag);
    this.lag = hasCaughtUp
      ? undefined
      : setTimeout(() => this.post({ type: 'outdated' }), WORTH_MENTIONING);
  }

  private turned(): void {
    if (!this.panel.visible) this.isReady = false;
    else if (this.isOutdated) this.refresh();
  }

  private send(): void {
    if (!this.isReady) return;
    const { name } = this;
    const { content, answered } = this.reader;
    // What was shown before knows nothing of the record.
    const jump = this.jump && content.kind === 'stories' && answered === this.asked;
    this.post({ type: 'content', uri: this.uri.toString(), name, content, jump });
    if (jump) this.jump = false;
  }

  private post(message: ToPage): void {
    void this.panel.webview.postMessage(message);
  }

  private async receive(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.isReady = true;
        this.send();
        if (this.lag !== undefined) this.post({ type: 'outdated' });
        break;
      case 'reveal':
        await selectLines(this.uri, [message.line], false);
        break;
      case 'copy':
        await env.clipboard.writeText(message.text);
        this.post({ type: 'copied' });
        break;
      case 'request':
        await OBEY[message.request]({
          uri: this.uri,
          refresh: () => this.refresh(),
          cancel: () => this.reader.cancel(),
        });
    }
  }
}
