import { CancellationTokenSource, type Disposable, type Uri } from 'vscode';
import type { ExplainContent, Reached } from '../../../client/webview/explain/messages';
import type { ServerConnection } from '../server/serverConnection';
import { askStories, type AskedRecord } from './askStories';

/** Is told of everything that the page has to show. */
export interface StoriesListener {
  changed(): void;
  reached(reached: Reached): void;
}

/** Has one log explained; what it had of a document is kept until there is something newer. */
export class StoriesReader {
  content: ExplainContent = { kind: 'waiting', why: 'reading' };
  /** The record that was asked for with what there is. */
  answered: AskedRecord | undefined;
  private pending: CancellationTokenSource | undefined;
  private readonly follows: Disposable;

  constructor(
    private readonly connection: ServerConnection,
    private readonly uri: Uri,
    private readonly listener: StoriesListener,
  ) {
    const key = uri.toString();
    this.follows = connection.onStoriesProgress(({ uri: read, ...reached }) => {
      if (read === key) listener.reached(reached);
    });
  }

  /** Whether what there is was, or is being, read from a file by its path. */
  get isOfFile(): boolean {
    const { content } = this;
    return content.kind === 'stories' ? content.of === 'file' : content.why === 'reading-file';
  }

  /**
   * Asks again, also for the story of a record; what was asked before is given up. Gives whether there
   * was an answer.
   */
  async read(record: AskedRecord | undefined): Promise<boolean> {
    this.pending?.cancel();
    const asked = (this.pending = new CancellationTokenSource());
    const { connection, uri } = this;
    // A file takes its time, and what was said of it may be true no more.
    const content = await askStories(connection, { uri, record }, asked.token, () => {
      if (this.pending === asked) this.show({ kind: 'waiting', why: 'reading-file' });
    });
    if (this.pending === asked && !asked.token.isCancellationRequested && content) {
      this.answered = record;
      this.show(content);
      return true;
    }
    return false;
  }

  /** Ends the reading of a file. */
  cancel(): void {
    this.pending?.cancel();
    if (this.content.kind === 'waiting') this.show({ kind: 'missing', why: 'stopped' });
  }

  dispose(): void {
    this.pending?.cancel();
    this.follows.dispose();
  }

  private show(content: ExplainContent): void {
    this.content = content;
    this.listener.changed();
  }
}
