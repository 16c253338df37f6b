import {
  CancellationTokenSource,
  StatusBarAlignment,
  l10n,
  window,
  workspace,
  type Disposable,
  type TextEditor,
} from 'vscode';
import {
  TOKEN_REQUEST,
  type TokenParams,
  type TokenResult,
} from '../../../server/src/core/requests';
import { isFlowLog } from '../language';
import type { ServerConnection } from '../server/serverConnection';
import { settingsFor } from '../settings';

/** How long the cursor rests before the server is asked. */
const PAUSE = 100;
/** A status bar has no room for more. */
const LONGEST_TEXT = 100;

/** The status bar item that says what the value at the cursor means. */
export class ValueAtCursor {
  private readonly item = window.createStatusBarItem(
    'flowlog.value',
    StatusBarAlignment.Left,
    -100,
  );
  private readonly subscriptions: Disposable[];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private pending: CancellationTokenSource | undefined;

  constructor(private readonly connection: ServerConnection) {
    this.item.name = l10n.t('Flow Log Value');
    this.item.command = 'editor.action.showHover';
    this.subscriptions = [
      window.onDidChangeTextEditorSelection(({ textEditor }) => this.follow(textEditor)),
      window.onDidChangeActiveTextEditor(() => this.follow()),
      workspace.onDidOpenTextDocument(() => this.follow()),
      workspace.onDidChangeConfiguration(() => this.follow()),
      connection.onStateChange(() => this.follow()),
      connection.onStatus(() => this.follow()),
    ];
    this.follow();
  }

  dispose(): void {
    this.cancel();
    this.item.dispose();
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private follow(editor?: TextEditor): void {
    const active = window.activeTextEditor;
    if (editor && editor !== active) return;
    this.cancel();
    if (!active || !isFlowLog(active.document) || !settingsFor().statusBar) {
      this.item.hide();
      return;
    }
    this.timer = setTimeout(() => void this.ask(active), PAUSE);
  }

  private cancel(): void {
    clearTimeout(this.timer);
    this.pending?.cancel();
    this.pending?.dispose();
    this.pending = undefined;
  }

  private async ask({ document, selection }: TextEditor): Promise<void> {
    const asked = (this.pending = new CancellationTokenSource());
    const { line, character } = selection.active;
    const params: TokenParams = {
      textDocument: { uri: document.uri.toString() },
      position: { line, character },
    };
    const value = await this.connection
      .request<TokenResult>(TOKEN_REQUEST, params, asked.token)
      .catch(() => undefined);
    if (!asked.token.isCancellationRequested) this.show(value?.text);
  }

  private show(text: string | undefined): void {
    if (text === undefined) {
      this.item.hide();
      return;
    }
    // The text is the log's, and `$(name)` in it is no icon.
    this.item.text = shorten(text).replaceAll('$(', '\\$(');
    this.item.tooltip = l10n.t('{0}\n\nClick for more.', text);
    this.item.show();
  }
}

function shorten(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}\u2026` : text;
}
