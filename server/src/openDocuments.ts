import { Emitter, TextDocuments, type Connection } from 'vscode-languageserver';
import { OpenDocument } from './openDocument';
import { DEFAULT_SETTINGS } from './settings';
import type { FlowLogSettings } from './core/requests';
import type { Helper } from './core/table/pieces';

/** The documents that the client has open, each as {@link OpenDocument}. */
export class OpenDocuments {
  private settings: FlowLogSettings = DEFAULT_SETTINGS;
  private readonly documents = new TextDocuments<OpenDocument>({
    create: (uri, _language, version, text) =>
      new OpenDocument(uri, version, text, this.settings, this.helper),
    update: (document, changes, version) => {
      document.update(changes, version);
      return document;
    },
  });

  /** The `helper` reads pieces of large documents meanwhile. */
  constructor(private readonly helper?: Helper) {}

  readonly onDidChangeContent = this.documents.onDidChangeContent;
  readonly onDidClose = this.documents.onDidClose;

  /** Tells that {@link settled} is so. */
  settle!: () => void;
  /**
   * Resolves when the client's settings are in force, or it has none. What is answered once and not
   * again with other settings waits for it.
   */
  readonly settled = new Promise<void>(resolve => (this.settle = resolve));

  private readonly configured = new Emitter<void>();
  /** Fires when other settings are in force. */
  readonly onDidConfigure = this.configured.event;

  /** Listens to the client's open, change and close notifications. */
  listen(connection: Connection): void {
    this.documents.listen(connection);
  }

  get(uri: string): OpenDocument | undefined {
    return this.documents.get(uri);
  }

  all(): OpenDocument[] {
    return this.documents.all();
  }

  get currentSettings(): FlowLogSettings {
    return this.settings;
  }

  /** Puts other settings in force for every document. */
  configure(settings: FlowLogSettings): void {
    this.settings = settings;
    for (const document of this.all()) document.configure(settings);
    this.configured.fire();
  }
}
