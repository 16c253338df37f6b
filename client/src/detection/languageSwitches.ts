import { workspace, type Disposable, type TextDocument } from 'vscode';
import { changeLanguage } from '../language';

export interface DocumentEvents {
  /** A document came, under the language that its name gave it. */
  opened(document: TextDocument): void;
  /** Someone else than this extension gave a document another language. */
  switched(document: TextDocument, from: string): void;
  /** A document went. */
  closed(document: TextDocument): void;
}

/**
 * Tells a change of language from opening and closing. VS Code reports one as the other: the same
 * document is closed, without being marked so, and opened at once.
 */
export class LanguageSwitches {
  private readonly leaving = new WeakMap<TextDocument, string>();
  private readonly own = new WeakMap<TextDocument, string>();
  private readonly subscriptions: Disposable[];

  constructor(private readonly events: DocumentEvents) {
    this.subscriptions = [
      workspace.onDidCloseTextDocument(document => {
        if (document.isClosed) events.closed(document);
        else this.leaving.set(document, document.languageId);
      }),
      workspace.onDidOpenTextDocument(document => this.arrive(document)),
    ];
  }

  /** Gives a document another language without that being taken for the user's choice. */
  async change(document: TextDocument, language: string): Promise<void> {
    this.own.set(document, language);
    try {
      await changeLanguage(document, language);
    } finally {
      this.own.delete(document);
    }
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private arrive(document: TextDocument): void {
    const from = this.leaving.get(document);
    this.leaving.delete(document);
    if (from === undefined) this.events.opened(document);
    else if (this.own.get(document) !== document.languageId) this.events.switched(document, from);
  }
}
