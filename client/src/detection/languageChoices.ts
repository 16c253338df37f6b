import type { Memento, Uri } from 'vscode';

const KEY = 'flowlog.languageChoices';
/** The oldest choices are forgotten beyond so many. */
const MOST_CHOICES = 500;

/** The languages that users gave to documents themselves, kept with the workspace. */
export class LanguageChoices {
  constructor(private readonly state: Memento) {}

  /** The language that the user chose for a document, if any. */
  of(uri: Uri): string | undefined {
    return new Map(this.all()).get(uri.toString());
  }

  remember(uri: Uri, language: string): void {
    const others = this.all().filter(([key]) => key !== uri.toString());
    this.write([...others, [uri.toString(), language] as const].slice(-MOST_CHOICES));
  }

  forget(uri: Uri): void {
    if (this.of(uri) === undefined) return;
    this.write(this.all().filter(([key]) => key !== uri.toString()));
  }

  private all(): readonly (readonly [uri: string, language: string])[] {
    return this.state.get(KEY, []);
  }

  private write(choices: readonly (readonly [string, string])[]): void {
    void this.state.update(KEY, choices);
  }
}
