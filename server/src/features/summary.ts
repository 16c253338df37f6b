import { ResponseError, type CancellationToken } from 'vscode-languageserver';
import { readBlockLists } from '../blockLists';
import type { OutsideFacts } from '../core/summary/finish/buildSummary';
import { summaryOptions, type SummaryOptions } from '../core/summary/options';
import { summarise } from '../core/summary/summarise';
import type { Summary } from '../core/summary/summary';
import {
  SUMMARY_PROGRESS,
  SUMMARY_REQUEST,
  type SummarisedLog,
  type SummaryParams,
  type SummaryProgress,
  type SummaryResult,
} from '../core/summaryRequests';
import type { Feature, FeatureHost } from '../feature';
import type { FileProgress } from '../fileAccess';
import { AHEAD, type OpenDocument } from '../openDocument';
import { documentLog } from '../severalLogs/documentLog';
import { fileLog } from '../severalLogs/fileLog';
import { summariseSeveral } from '../severalLogs/summariseSeveral';
import { runInSlices } from '../slices';
import { countStories } from '../storyCounts';

/** A request that cannot be answered; the message is for the reader. */
const UNANSWERABLE = -32803;
/** A document of so many bytes is summarised by its file where that holds the same text. */
const WORTH_THREADS = 8 << 20;
/** Progress is told no oftener than this, in milliseconds. */
const BETWEEN_PROGRESS = 100;

/** The whole log on one page, or several logs as one. */
export const summary: Feature = host => {
  host.connection.onRequest(
    SUMMARY_REQUEST,
    async (params: SummaryParams, token: CancellationToken) => {
      const stop = new AbortController();
      const listener = token.onCancellationRequested(() => stop.abort());
      try {
        return await answer(host, params, token, stop.signal);
      } catch (error) {
        throw new ResponseError(UNANSWERABLE, (error as Error).message);
      } finally {
        listener.dispose();
      }
    },
  );
  return {};
};

async function answer(
  host: FeatureHost,
  { uris, top, by, filter, series = false }: SummaryParams,
  token: CancellationToken,
  signal: AbortSignal,
): Promise<SummaryResult> {
  const { notes, ...lists } = await readBlockLists(host);
  const { thresholds } = host.documents.currentSettings.summary;
  const options = summaryOptions({ top, by, filter, series, thresholds, ...lists });
  const [uri, ...others] = uris;
  if (uri === undefined) throw new Error('There is no log to summarise.');
  const document = host.documents.get(uri);
  const made =
    others.length > 0
      ? await ofSeveral(host, uris, options, token, signal)
      : document
        ? await ofDocument(host, document, options, token, signal)
        : await ofFile(host, uri, options, signal);
  return { ...made, notes: [...notes, ...made.notes] };
}

async function ofDocument(
  host: FeatureHost,
  document: OpenDocument,
  options: SummaryOptions,
  token: CancellationToken,
  signal: AbortSignal,
): Promise<SummaryResult> {
  const { uri } = document;
  const { currentSettings } = host.documents;
  const counted = await countStories(document, currentSettings, options.filter?.time, token);
  const { counts, byCode } = await document.check(token);
  const { stories = [] } = counted;
  const facts = { faults: counts.error + counts.warning, faultsByRule: byCode, stories };
  const complete = { ...options, series: true };
  const made =
    (await ofUnmodified(host, document, complete, facts, signal)) ??
    (await runInSlices(
      summarise(document.table, complete, facts),
      () => token.isCancellationRequested,
    ));
  const storiesLeftOut = counted.stories ? null : counted.leftOut;
  return { summary: made, of: 'document', logs: onlyLog(uri), notes: [], storiesLeftOut };
}

/** By its file, which threads read faster than this one folds the text; undefined if that is no way. */
async function ofUnmodified(
  host: FeatureHost,
  { uri, table }: OpenDocument,
  summary: SummaryOptions,
  facts: OutsideFacts,
  signal: AbortSignal,
): Promise<Summary | undefined> {
  const text = table.chunks.map(({ bytes }) => bytes);
  const size = text.reduce((sum, { length }) => sum + length, 0);
  if (!host.files || size < WORTH_THREADS || !uri.startsWith('file:')) return undefined;
  const { onProgress } = teller(host, [uri]);
  const options = { summary, ...readingOf(host, signal), onProgress };
  return host.files.summariseUnmodified(uri, text, facts, options);
}

async function ofFile(
  host: FeatureHost,
  uri: string,
  summary: SummaryOptions,
  signal: AbortSignal,
): Promise<SummaryResult> {
  if (!host.files) throw new Error('Open the file in the editor to summarise it.');
  const logs = onlyLog(uri);
  const { onProgress, onPicture } = teller(host, [uri]);
  const hears = { onProgress, onPicture: (picture: Summary) => onPicture(picture, logs) };
  const options = { summary, ...readingOf(host, signal), ...hears };
  const made = await host.files.summarise(uri, options);
  const storiesLeftOut = 'They are not counted in a file that is not open in the editor.';
  return { ...made, of: 'file', logs, storiesLeftOut };
}

async function ofSeveral(
  host: FeatureHost,
  uris: readonly string[],
  options: SummaryOptions,
  token: CancellationToken,
  signal: AbortSignal,
): Promise<SummaryResult> {
  const all = uris.map(uri => {
    const document = host.documents.get(uri);
    return document
      ? documentLog(document, token)
      : fileLog(uri, host.files, readingOf(host, signal));
  });
  const kinds = new Set(all.map(({ kind }) => kind));
  const [kind] = kinds;
  const series = options.series || !kinds.has('file');
  const isStopped = () => token.isCancellationRequested;
  const listener = { isStopped, ...teller(host, uris) };
  const made = await summariseSeveral(all, { ...options, series }, listener);
  const storiesLeftOut = 'They are counted where a log is summarised by itself.';
  return { ...made, of: kinds.size > 1 ? 'both' : kind!, storiesLeftOut };
}

function onlyLog(uri: string): readonly SummarisedLog[] {
  return [{ uri, firstLine: 0 }];
}

function readingOf({ documents }: FeatureHost, signal: AbortSignal) {
  const latest = Math.floor(Date.now() / 1000) + AHEAD;
  return { columns: documents.currentSettings.columns, latest, signal };
}

/** Tells the client how far the reading of some logs is, and what was found so far. */
function teller({ connection }: FeatureHost, uris: readonly string[]) {
  let told = 0;
  let reached: FileProgress = { bytes: 0, of: 0, records: 0 };
  const tell = (found: Pick<SummaryProgress, 'partial' | 'logs'> = {}) => {
    const progress: SummaryProgress = { uris, ...reached, ...found };
    void connection.sendNotification(SUMMARY_PROGRESS, progress);
  };
  return {
    onProgress: (progress: FileProgress) => {
      reached = progress;
      const now = performance.now();
      if (now - told < BETWEEN_PROGRESS) return;
      told = now;
      tell();
    },
    onPicture: (partial: Summary, logs: readonly SummarisedLog[]) => tell({ partial, logs }),
  };
}
