import type { DetailPlan } from '../core/summary/detail/detailPlan';
import type { OutsideFacts } from '../core/summary/finish/buildSummary';
import type { SummaryOptions } from '../core/summary/options';
import type { Summary } from '../core/summary/summary';
import type { LogKind } from '../core/summaryRequests';
import type { DetailPart, SummaryPart } from '../fileAccess';

/** One of several logs that are summarised together. */
export interface OneLog {
  readonly uri: string;
  readonly kind: LogKind;
  /** In bytes. */
  size(): Promise<number>;
  fold(
    options: SummaryOptions,
    onProgress: OnProgress,
    onPicture?: (summary: Summary) => void,
  ): Promise<FoldedLog>;
  recount(
    options: SummaryOptions,
    plan: DetailPlan,
    onProgress: OnProgress,
  ): Promise<readonly DetailPart[]>;
}

/** Hears how much of the log was read. */
export type OnProgress = (read: { readonly bytes: number; readonly records: number }) => void;

/** What the first pass over a log found; lines count from its beginning. */
export interface FoldedLog {
  readonly lines: number;
  readonly records: number;
  readonly parts: readonly Pick<SummaryPart, 'runs' | 'partial'>[];
  readonly facts: Required<Pick<OutsideFacts, 'faults' | 'faultsByRule'>>;
  /** What happened to the log meanwhile; undefined if nothing did. */
  readonly changed?: string | undefined;
}

/** What people call a log: its name without its folders, of which an untitled one has none. */
export function nameOf(uri: string): string {
  const folders = Math.max(uri.lastIndexOf('/'), uri.indexOf(':')) + 1;
  return decodeURIComponent(uri.slice(folders));
}
