import { ResponseError, type CancellationToken } from 'vscode-languageserver';
import { findLines } from '../core/filter/findLines';
import { summaryOptions, type SummaryOptions } from '../core/summary/options';
import { summarise } from '../core/summary/summarise';
import {
  LINES_REQUEST,
  SUMMARY_PROGRESS,
  SUMMARY_REQUEST,
  type LinesParams,
  type LinesResult,
  type SummaryParams,
  type SummaryProgress,
  type SummaryResult,
} from '../core/summaryRequests';
import { guarded, type Feature, type FeatureHost } from '../feature';
import { AHEAD } from '../openDocument';
import { runInSlices } from '../slices';

/** A request that cannot be answered; the message is for the reader. */
const UNANSWERABLE = -32803;

/** The whole log on one page, and the way from its figures back to their lines. */
export const summary: Feature = host => {
  const { connection, documents } = host;
  connection.onRequest(SUMMARY_REQUEST, async (params: SummaryParams, token: CancellationToken) => {
    try {
      return await answer(host, params, token);
    } catch (error) {
      throw new ResponseError(UNANSWERABLE, (error as Error).message);
    }
  });
  connection.onRequest(
    LINES_REQUEST,
    guarded(
      host,
      'Finding lines',
      { lines: [], more: false },
      async (params: LinesParams, token: CancellationToken): Promise<LinesResult> => {
        const { uri, filter, from, most } = params;
        const document = documents.get(uri);
        const stopped = () => token.isCancellationRequested;
        const lines = document
          ? await runInSlices(findLines(document.table, filter, { from, most: most + 1 }), stopped)
          : ((await host.files?.findLines(uri, filter, from, most + 1)) ?? []);
        return { lines: lines.slice(0, most), more: lines.length > most };
      },
    ),
  );
  return {};
};

async function answer(
  host: FeatureHost,
  { uri, top, by, filter }: SummaryParams,
  token: CancellationToken,
): Promise<SummaryResult> {
  const options = summaryOptions({ top, by, filter });
  const document = host.documents.get(uri);
  if (document) {
    const stopped = () => token.isCancellationRequested;
    const { counts, byCode } = await document.check(token);
    const facts = { faults: counts.error + counts.warning, faultsByRule: byCode };
    const made = await runInSlices(summarise(document.table, options, facts), stopped);
    return { summary: made, of: 'document', notes: [] };
  }
  if (!host.files) throw new Error('Open the file in the editor to summarise it.');
  return { ...(await summariseFile(host, uri, options, token)), of: 'file' };
}

/** Progress is told no oftener than this, in milliseconds. */
const BETWEEN_PROGRESS = 100;

async function summariseFile(
  { connection, documents, files }: FeatureHost,
  uri: string,
  summary: SummaryOptions,
  token: CancellationToken,
) {
  const stop = new AbortController();
  const listener = token.onCancellationRequested(() => stop.abort());
  let told = 0;
  const onProgress = (progress: Omit<SummaryProgress, 'uri'>) => {
    const now = performance.now();
    if (now - told < BETWEEN_PROGRESS) return;
    told = now;
    void connection.sendNotification(SUMMARY_PROGRESS, { uri, ...progress });
  };
  const latest = Math.floor(Date.now() / 1000) + AHEAD;
  const { columns } = documents.currentSettings;
  try {
    const options = { summary, columns, latest, onProgress, signal: stop.signal };
    return await files!.summarise(uri, options);
  } finally {
    listener.dispose();
  }
}
