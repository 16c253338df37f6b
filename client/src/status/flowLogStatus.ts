import {
  LanguageStatusSeverity,
  l10n,
  languages,
  window,
  workspace,
  type Command,
  type Disposable,
} from 'vscode';
import type { DocumentStatus } from '../../../server/src/core/requests';
import { RESTART_SERVER, SHOW_OUTPUT } from '../commands/ids';
import { FLOW_LOG, isFlowLog } from '../language';
import type { ServerConnection } from '../server/serverConnection';
import { describeStatus } from './statusWords';

/** The language status of the flow log in the active editor: what it is, and what is wrong. */
export class FlowLogStatus {
  private readonly item = languages.createLanguageStatusItem('flowlog.status', {
    language: FLOW_LOG,
  });
  private readonly found = new Map<string, DocumentStatus>();
  /** Documents that changed since they were checked. */
  private readonly unchecked = new Set<string>();
  private readonly subscriptions: Disposable[];

  constructor(private readonly connection: ServerConnection) {
    this.item.name = l10n.t('Flow Log');
    this.subscriptions = [
      connection.onStatus(status => this.checked(status)),
      connection.onStateChange(() => this.show()),
      window.onDidChangeActiveTextEditor(() => this.show()),
      workspace.onDidOpenTextDocument(() => this.show()),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (!isFlowLog(document) || contentChanges.length === 0) return;
        this.unchecked.add(document.uri.toString());
        this.show();
      }),
      workspace.onDidCloseTextDocument(document => {
        this.found.delete(document.uri.toString());
        this.unchecked.delete(document.uri.toString());
      }),
    ];
    this.show();
  }

  dispose(): void {
    this.item.dispose();
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private checked(status: DocumentStatus): void {
    this.found.set(status.uri, status);
    this.unchecked.delete(status.uri);
    this.show();
  }

  private show(): void {
    const document = window.activeTextEditor?.document;
    if (!document || !isFlowLog(document)) return;
    if (this.connection.state === 'failed') this.showFailed();
    else this.showFound(document.uri.toString());
  }

  private showFound(uri: string): void {
    const status = this.found.get(uri);
    this.item.busy = !status || this.unchecked.has(uri);
    this.item.command = status && hasFaults(status) ? showProblems() : showOutput();
    const checking = { text: l10n.t('Checking\u2026'), detail: '' };
    const information = { ...checking, severity: LanguageStatusSeverity.Information };
    Object.assign(this.item, status ? describeStatus(status) : information);
  }

  private showFailed(): void {
    this.item.busy = false;
    this.item.text = l10n.t('Not checked');
    this.item.detail = l10n.t('The server does not run.');
    this.item.severity = LanguageStatusSeverity.Error;
    this.item.command = { title: l10n.t('Restart Server'), command: RESTART_SERVER };
  }
}

function hasFaults({ errors, warnings, informations, hints }: DocumentStatus): boolean {
  return errors + warnings + informations + hints > 0;
}

function showProblems(): Command {
  return { title: l10n.t('Show Problems'), command: 'workbench.actions.view.problems' };
}

function showOutput(): Command {
  return { title: l10n.t('Show Output'), command: SHOW_OUTPUT };
}
