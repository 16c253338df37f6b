import type { CancellationToken } from 'vscode-languageserver';
import { readBlockLists } from '../blockLists';
import { summaryOptions, type SummaryOptions } from '../core/summary/options';
import type { Summary } from '../core/summary/summary';
import {
  PREPARE_SUMMARY,
  SUMMARY_REQUEST,
  type PrepareParams,
  type SummaryParams,
  type SummaryResult,
} from '../core/summaryRequests';
import { summariseDocument } from '../documentSummary';
import type { Feature, FeatureHost } from '../feature';
import { failure } from '../lsp/failure';
import { AHEAD, type OpenDocument } from '../openDocument';
import { documentLog } from '../severalLogs/documentLog';
import { fileLog } from '../severalLogs/fileLog';
import { nameOf } from '../severalLogs/oneLog';
import { summariseSeveral } from '../severalLogs/summariseSeveral';
import { SummaryTeller } from '../summaryTeller';
import { Unanswerable } from '../unanswerable';

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
        throw failure(host.connection, 'The summary', error, token);
      } finally {
        listener.dispose();
      }
    },
  );
  host.connection.onNotification(PREPARE_SUMMARY, async ({ uri }: PrepareParams) => {
    await host.documents.settled;
    await host.files?.prepare(uri, { summary: summaryOptions({ top: 10 }), ...howToRead(host) });
  });
  return {};
};

async function answer(
  host: FeatureHost,
  { uris, top, by, filter, series = false }: SummaryParams,
  token: CancellationToken,
  signal: AbortSignal,
): Promise<SummaryResult> {
  await host.documents.settled;
  const { notes, ...lists } = await readBlockLists(host);
  const { thresholds } = host.documents.currentSettings.summary;
  const options = summaryOptions({ top, by, filter, series, thresholds, ...lists });
  const [uri, ...others] = new Set(uris);
  if (uri === undefined) throw new Unanswerable('There is no log to summarise.');
  const document = host.documents.get(uri);
  const made =
    others.length > 0
      ? await ofSeveral(host, [uri, ...others], options, token, signal)
      : document
        ? await ofDocument(host, document, options, token, signal)
        : await ofFile(host, uri, options, signal);
  const twice = uris
    .filter((one, i) => uris.indexOf(one) < i)
    .map(one => `${nameOf(one)} was chosen more than once, and is counted once.`);
  return { ...made, notes: [...notes, ...twice, ...made.notes] };
}

function ofDocument(
  host: FeatureHost,
  document: OpenDocument,
  options: SummaryOptions,
  token: CancellationToken,
  signal: AbortSignal,
): Promise<SummaryResult> {
  const teller = new SummaryTeller(host.connection, [document.uri]);
  return summariseDocument(host, document, options, readingOf(host, signal), token, teller);
}

async function ofFile(
  host: FeatureHost,
  uri: string,
  summary: SummaryOptions,
  signal: AbortSignal,
): Promise<SummaryResult> {
  if (!host.files) throw new Unanswerable('Open the file in the editor to summarise it.');
  const logs = [{ uri, firstLine: 0 }];
  const teller = new SummaryTeller(host.connection, [uri]);
  const { onProgress } = teller;
  const onPicture = (part: Summary) => teller.part(part, 'file', logs);
  const options = { summary, ...readingOf(host, signal), onProgress, onPicture };
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
  const of = kinds.size > 1 ? 'both' : kind!;
  const series = options.series || !kinds.has('file');
  const teller = new SummaryTeller(host.connection, uris);
  const made = await summariseSeveral(
    all,
    { ...options, series },
    {
      isStopped: () => token.isCancellationRequested,
      onProgress: teller.onProgress,
      onPicture: (part, logs) => teller.part(part, of, logs),
    },
  );
  const storiesLeftOut = 'They are counted where a log is summarised by itself.';
  return { ...made, of, storiesLeftOut };
}

function readingOf(host: FeatureHost, signal: AbortSignal) {
  return { ...howToRead(host), signal };
}

function howToRead({ documents }: FeatureHost) {
  const latest = Math.floor(Date.now() / 1000) + AHEAD;
  return { columns: documents.currentSettings.columns, latest };
}
