import { CancellationTokenSource, type Uri } from 'vscode';
import {
  LINES_REQUEST,
  type LinesParams,
  type LinesResult,
} from '../../../server/src/core/summaryRequests';
import type { RecordFilter } from '../../../server/src/core/filter/recordFilter';
import type { FromPage, RevealMessage, Trail } from '../../../client/webview/summary/messages';
import type { ServerConnection } from '../server/serverConnection';
import { selectLines } from './summarySelection';

/** So many lines are fetched, and selected, at once. */
const MOST_LINES = 1000;

type Step = Extract<FromPage, { type: 'step' }>['to'];

/** The way along the records behind a figure. */
export class SummaryTrail {
  current: Trail | null = null;
  private filter: RecordFilter = {};
  private lines: readonly number[] = [];
  private more = false;
  private pending: CancellationTokenSource | undefined;

  constructor(
    private readonly connection: ServerConnection,
    private readonly uri: Uri,
    private readonly changed: () => void,
  ) {}

  /** Selects the first record of a figure, then finds out which others there are. */
  async reveal({ title, line, lines }: RevealMessage, filter: RecordFilter): Promise<void> {
    this.end();
    const asked = (this.pending = new CancellationTokenSource());
    this.filter = filter;
    let selectable = line !== undefined && (await this.select([line]));
    let found = lines ? { lines, more: false } : await this.fetch(0, asked);
    if (!lines && line !== undefined && !found.lines.includes(line))
      found = await this.fetch(line, asked);
    if (this.pending !== asked) return;
    this.lines = found.lines.length > 0 || line === undefined ? found.lines : [line];
    this.more = found.more;
    const shown = line ?? this.lines[0];
    if (line === undefined && shown !== undefined) selectable = await this.select([shown]);
    this.tell(title, shown, 0, selectable);
  }

  async step(to: Step): Promise<void> {
    if (to === 'none' || !this.current) {
      this.end();
      return;
    }
    const { title, at, selectable } = this.current;
    if (to === 'all') {
      await this.select(this.lines.slice(0, MOST_LINES), false);
      this.tell(title, this.lines[0], Math.min(this.lines.length, MOST_LINES), selectable);
      return;
    }
    const wanted = to === 'next' ? at + 1 : at - 1;
    if (wanted >= this.lines.length && this.more) await this.fetchMore();
    const line = this.lines[wanted];
    if (line === undefined) return;
    this.tell(title, line, 0, await this.select([line]));
  }

  /** Forgets the way, as its lines may have moved. */
  end(): void {
    this.dispose();
    if (!this.current) return;
    this.current = null;
    this.changed();
  }

  dispose(): void {
    this.pending?.cancel();
    this.pending = undefined;
  }

  private tell(
    title: string,
    line: number | undefined,
    selected: number,
    selectable: boolean,
  ): void {
    const at = line === undefined ? 0 : Math.max(0, this.lines.indexOf(line));
    const { length: known } = this.lines;
    const more = this.more;
    this.current = { title, line: line ?? null, at, known, more, selected, selectable };
    this.changed();
  }

  private select(lines: readonly number[], keepFocus = true): Promise<boolean> {
    return selectLines(this.uri, lines, keepFocus);
  }

  private async fetchMore(): Promise<void> {
    const asked = this.pending;
    if (!asked) return;
    const { lines, more } = await this.fetch((this.lines.at(-1) ?? -1) + 1, asked);
    this.lines = [...this.lines, ...lines];
    this.more = more;
  }

  private async fetch(from: number, asked: CancellationTokenSource): Promise<LinesResult> {
    const uri = this.uri.toString();
    const params: LinesParams = { uri, filter: this.filter, from, most: MOST_LINES };
    const none: LinesResult = { lines: [], more: false };
    try {
      const found = await this.connection.request<LinesResult>(LINES_REQUEST, params, asked.token);
      return found ?? none;
    } catch (error) {
      if (!asked.token.isCancellationRequested) this.connection.output.warn(String(error));
      return none;
    }
  }
}
