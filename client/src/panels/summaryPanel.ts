import {
  commands,
  env,
  l10n,
  workspace,
  type Disposable,
  type TextDocument,
  type Uri,
  type WebviewPanel,
} from 'vscode';
import type {
  Choices,
  FromPage,
  PageRequest,
  Picture,
  ToPage,
} from '../../../client/webview/summary/messages';
import { EXPLAIN_REACHABILITY, RESTART_SERVER, SHOW_OUTPUT } from '../commands/ids';
import type { ServerConnection } from '../server/serverConnection';
import { SummaryReader } from './summaryReader';
import { chooseLog, nameOfSet } from './summaryLogs';
import { saveReport } from './summaryReport';
import { showEditor } from './summarySelection';
import { SummaryTrail } from './summaryTrail';
import { pageFolder, webviewHtml } from './webviewHtml';

/** A pause in typing after which the log is summarised again, in milliseconds. */
const PAUSE = 400;

/** The summary of a log, or of several as one, kept up to date with them. */
export class SummaryPanel {
  private readonly subscriptions: Disposable[];
  private readonly reader: SummaryReader;
  private readonly trail: SummaryTrail;
  private readonly name: string;
  private choices: Choices | undefined;
  /** The page listens: it gets what there is at once, and what comes from then on. */
  private isReady = false;
  /** The picture that the page has; undefined before it has any content. */
  private shown: Picture | null | undefined;
  /** What the shown picture was, or is being, made for. */
  private read = '';
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** The logs are read for the `first` choices while the page loads, if these are known. */
  constructor(
    readonly panel: WebviewPanel,
    readonly logs: readonly Uri[],
    connection: ServerConnection,
    extensionUri: Uri,
    first?: Choices,
  ) {
    const { webview } = panel;
    const keys = new Set(logs.map(String));
    const isOurs = ({ uri }: TextDocument) => keys.has(uri.toString());
    this.reader = new SummaryReader(connection, logs, () => this.send());
    const read = () => this.reader.picture?.logs.map(({ uri }) => uri) ?? [...keys];
    this.trail = new SummaryTrail(connection, logs, read, () =>
      this.post({ type: 'trail', trail: this.trail.current }),
    );
    webview.options = { enableScripts: true, localResourceRoots: [pageFolder(extensionUri)] };
    this.name = nameOfSet(logs);
    panel.title = l10n.t('Summary: {0}', this.name);
    this.subscriptions = [
      webview.onDidReceiveMessage((message: FromPage) => void this.receive(message)),
      connection.onStateChange(state => {
        if (state === 'running' && this.reader.phase.kind === 'failed') this.refresh();
      }),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (!isOurs(document) || contentChanges.length === 0) return;
        this.trail.end();
        this.refreshSoon();
      }),
      workspace.onDidCloseTextDocument(document => {
        if (isOurs(document) && document.isUntitled && document.isClosed) this.refreshSoon();
      }),
      // They name the lists and thresholds, and say what a fault is.
      workspace.onDidChangeConfiguration(change => {
        if (change.affectsConfiguration('flowlog')) this.refreshSoon();
      }),
      // With a change of language a log comes to the server, or leaves it for the disk.
      workspace.onDidOpenTextDocument(document => {
        if (isOurs(document)) this.refreshSoon();
      }),
    ];
    webview.html = webviewHtml(webview, extensionUri, 'summary', panel.title);
    if (first) this.choose(first);
  }

  show(): void {
    this.panel.reveal(undefined, false);
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.reader.dispose();
    this.trail.dispose();
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private refreshSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.refresh(), PAUSE);
  }

  private refresh(): void {
    if (!this.choices) return;
    this.read = readFor(this.choices);
    void this.reader.read(this.choices);
  }

  /** A change of the list's order needs no reading, unless what it rests on was not proved. */
  private choose(choices: Choices): void {
    const sameOrder = choices.by === this.choices?.by;
    this.choices = choices;
    const { picture, phase } = this.reader;
    const sameReading = this.read === readFor(choices);
    const isProved = picture?.summary.approximate.length === 0;
    if (sameReading && (sameOrder || isProved) && phase.kind !== 'starting') this.send();
    else this.refresh();
  }

  /** A picture of a large log is megabytes, and its steps of progress are many. */
  private send(): void {
    if (!this.isReady) return;
    const { phase, picture } = this.reader;
    if (picture === this.shown) {
      this.post({ type: 'phase', phase });
      return;
    }
    this.shown = picture;
    const uris = this.logs.map(String);
    this.post({ type: 'content', uris, name: this.name, phase, picture });
  }

  private post(message: ToPage): void {
    void this.panel.webview.postMessage(message);
  }

  private async receive(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.isReady = true;
        this.shown = undefined;
        this.choose(message.choices);
        this.post({ type: 'trail', trail: this.trail.current });
        break;
      case 'choose':
        this.choose(message.choices);
        break;
      case 'cancel':
        this.reader.cancel();
        break;
      case 'read-again':
        this.refresh();
        break;
      case 'reveal': {
        const time = this.choices?.time;
        await this.trail.reveal(message, { ...(time ? { time } : {}), ...message.filter });
        break;
      }
      case 'step':
        await this.trail.step(message.to);
        break;
      case 'copy':
        await env.clipboard.writeText(message.text);
        this.post({ type: 'done', text: l10n.t('Copied: {0}', message.what) });
        break;
      case 'save':
        await saveReport(this.logs[0]!, message.html);
        break;
      case 'request':
        await this.obey(message.request);
    }
  }

  private async obey(request: PageRequest): Promise<void> {
    if (request === 'restart-server') await commands.executeCommand(RESTART_SERVER);
    else if (request === 'show-output') await commands.executeCommand(SHOW_OUTPUT);
    else {
      const uri = await chooseLog(this.logs);
      if (!uri) return;
      if (request === 'explain') await commands.executeCommand(EXPLAIN_REACHABILITY, { uri });
      else if (!(await showEditor(uri, false))) await commands.executeCommand('vscode.open', uri);
    }
  }
}

/** What a reading depends on; the rest is a matter of showing. */
function readFor({ time, series }: Choices): string {
  return JSON.stringify([time, series]);
}
