import type { TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { TableChecker } from './core/check/checkTable';
import { levelsFrom } from './core/check/levels';
import { hashBytes } from './core/scan/rowHash';
import type { Report } from './core/check/report';
import type { FlowLogSettings } from './core/requests';
import { FlowDocument } from './core/table/flowDocument';
import { DOCUMENT_CHUNK, type FlowTable } from './core/table/flowTable';
import type { Helper } from './core/table/pieces';
import type { Kernel } from './core/scan/kernel';
import { loadKernel } from './kernel/loadKernel';
import { Cancelled, runInSlices } from './slices';

/** Times further ahead than this are taken for mistakes, in seconds. */
export const AHEAD = 24 * 60 * 60;

/** Chunks of a document are read by the kernel up to this size, in bytes. */
const LARGEST_CHUNK = 4 * DOCUMENT_CHUNK;

let kernel: Kernel | undefined;

/** One kernel serves all documents: chunks are read one at a time. */
function documentKernel(): Kernel | undefined {
  return (kernel ??= loadKernel(LARGEST_CHUNK, undefined, true, hashBytes(LARGEST_CHUNK)));
}

/** An open document: its text in columns, and what is wrong with it. */
export class OpenDocument {
  private document: FlowDocument;
  private checker: TableChecker;
  private readonly latest = Math.floor(Date.now() / 1000) + AHEAD;
  private checked: { table: readonly unknown[]; report: Report } | undefined;

  constructor(
    readonly uri: string,
    public version: number,
    text: string,
    private settings: FlowLogSettings,
    private readonly helper?: Helper,
  ) {
    this.document = this.read(text);
    this.checker = this.newChecker();
  }

  get table(): FlowTable {
    return this.document.table;
  }

  /** Applies changes in order. */
  update(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    this.document.update(changes);
    this.version = version;
  }

  /** Checks again under other settings; other declared columns read the text again. */
  configure(settings: FlowLogSettings): void {
    const sameColumns = settings.columns.join(' ') === this.settings.columns.join(' ');
    this.settings = settings;
    if (!sameColumns) {
      this.document = this.read(this.document.text());
    }
    this.checker = this.newChecker();
    this.checked = undefined;
  }

  /** What is wrong with the text as it is now; stops when it or the settings change meanwhile. */
  async check(token?: { readonly isCancellationRequested: boolean }): Promise<Report> {
    const { chunks } = this.table;
    if (this.checked?.table === chunks) return this.checked.report;
    const isStale = this.staleness();
    const stopped = () => token?.isCancellationRequested === true || isStale();
    const report = await runInSlices(this.checker.check(this.table), stopped);
    if (isStale()) throw new Cancelled();
    this.checked = { table: chunks, report };
    return report;
  }

  /** The lines on which a rule reports; with `true`, those with an error or a warning. */
  linesWith(rule: string | true, isStopped: () => boolean): Promise<number[]> {
    const isStale = this.staleness();
    const stopped = () => isStopped() || isStale();
    return runInSlices(this.checker.linesWith(this.table, rule), stopped);
  }

  /** Says from now on whether the text or the settings have changed. */
  private staleness(): () => boolean {
    const { checker, table } = this;
    const { chunks } = table;
    return () => this.checker !== checker || this.table.chunks !== chunks;
  }

  private read(text: string): FlowDocument {
    return new FlowDocument(text, this.latest, {
      columns: this.settings.columns,
      kernel: documentKernel(),
      helper: this.helper,
    });
  }

  private newChecker(): TableChecker {
    const { rules, icmpByteOrder } = this.settings;
    return new TableChecker({
      levels: levelsFrom(rules),
      rules: { latest: this.latest, icmpOrder: icmpByteOrder },
    });
  }
}
