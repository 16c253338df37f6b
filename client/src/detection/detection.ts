import {
  workspace,
  type Disposable,
  type TextDocument,
  type TextDocumentChangeEvent,
} from 'vscode';
import { recognise } from '../../../server/src/core/recognise';
import { FLOW_LOG, isFlowLog } from '../language';
import { settingsFor } from '../settings';
import { isReadByPeople, mayBeFlowLog } from './candidates';
import type { LanguageChoices } from './languageChoices';
import { LanguageSwitches } from './languageSwitches';
import { openingLines } from './openingLines';

/** A pause in pasting and typing after which a document is looked at. */
const PAUSE = 200;
/** Fewer characters are typing, which makes no flow log of a document. */
const LEAST_PASTE = 20;

/** Switches documents that read as flow logs to the language, unless the user decided otherwise. */
export class Detection {
  private readonly switches = new LanguageSwitches(this);
  private readonly waiting = new Map<TextDocument, ReturnType<typeof setTimeout>>();
  private readonly subscriptions: Disposable[];

  constructor(private readonly choices: LanguageChoices) {
    this.subscriptions = [
      workspace.onDidChangeTextDocument(event => this.changed(event)),
      workspace.onDidChangeConfiguration(event => {
        if (event.affectsConfiguration('flowlog.detect.enabled')) this.lookAtAll();
      }),
    ];
    this.lookAtAll();
  }

  opened(document: TextDocument): void {
    if (!isReadByPeople(document)) return;
    const choice = this.choices.of(document.uri);
    if (choice === undefined) this.detect(document);
    else if (choice === FLOW_LOG || isFlowLog(document)) {
      void this.switches.change(document, choice);
    }
  }

  switched(document: TextDocument, from: string): void {
    if (from !== FLOW_LOG && !isFlowLog(document)) return;
    this.choices.remember(document.uri, document.languageId);
  }

  closed(document: TextDocument): void {
    this.forgetWaiting(document);
    // The next untitled document of that name is another one.
    if (document.isUntitled) this.choices.forget(document.uri);
  }

  dispose(): void {
    this.switches.dispose();
    for (const subscription of this.subscriptions) subscription.dispose();
    for (const timer of this.waiting.values()) clearTimeout(timer);
  }

  private changed({ document, contentChanges }: TextDocumentChangeEvent): void {
    if (!mayBeFlowLog(document) || this.choices.of(document.uri) !== undefined) return;
    const pasted = contentChanges.some(
      ({ text }) => text.length >= LEAST_PASTE || text.includes('\n'),
    );
    if (!pasted) return;
    this.forgetWaiting(document);
    const look = () => {
      this.waiting.delete(document);
      if (this.choices.of(document.uri) === undefined) this.detect(document);
    };
    this.waiting.set(document, setTimeout(look, PAUSE));
  }

  private lookAtAll(): void {
    for (const document of workspace.textDocuments) this.opened(document);
  }

  private detect(document: TextDocument): void {
    if (document.isClosed || !mayBeFlowLog(document)) return;
    const { detect, columns } = settingsFor(document.uri);
    if (!detect || !recognise(openingLines(document), columns).isFlowLog) return;
    void this.switches.change(document, FLOW_LOG);
  }

  private forgetWaiting(document: TextDocument): void {
    clearTimeout(this.waiting.get(document));
    this.waiting.delete(document);
  }
}
