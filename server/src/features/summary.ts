import { ResponseError, type CancellationToken } from 'vscode-languageserver';
import { readBlockLabels, readBlockLists } from '../blockLists';
import { findLines } from '../core/filter/findLines';
import { summaryOptions, type SummaryOptions } from '../core/summary/options';
import { summarise } from '../core/summary/summarise';
import type { Summary } from '../core/summary/summary';
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
import { countStories } from '../storyCounts';

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
        const { columns } = documents.currentSettings;
        const needsLists = filter.group !== undefined || filter.threat !== undefined;
        const where = { from, most: most + 1, ...(needsLists && (await readBlockLabels(host))) };
        const stopped = () => token.isCancellationRequested;
        const lines = document
          ? await runInSlices(findLines(document.table, filter, where), stopped)
          : ((await host.files?.findLines(uri, filter, { ...where, columns })) ?? []);
        return { lines: lines.slice(0, most), more: lines.length > most };
      },
    ),
  );
  return {};
};

async function answer(
  host: FeatureHost,
  { uri, top, by, filter, series = false }: SummaryParams,
  token: CancellationToken,
): Promise<SummaryResult> {
  const { currentSettings: settings } = host.documents;
  const { notes, ...lists } = await readBlockLists(host);
  const { thresholds } = settings.summary;
  const options = summaryOptions({ top, by, filter, series, thresholds, ...lists });
  const document = host.documents.get(uri);
  if (document) {
    const stopped = () => token.isCancellationRequested;
    const counted = await countStories(document, settings, filter?.time, token);
    const { counts, byCode } = await document.check(token);
    const { stories = [] } = counted;
    const facts = { faults: counts.error + counts.warning, faultsByRule: byCode, stories };
    const work = summarise(document.table, { ...options, series: true }, facts);
    const made = await runInSlices(work, stopped);
    const storiesLeftOut = counted.stories ? null : counted.leftOut;
    return { summary: made, of: 'document', notes, storiesLeftOut };
  }
  if (!host.files) throw new Error('Open the file in the editor to summarise it.');
  const made = await summariseFile(host, uri, options, token);
  const storiesLeftOut = 'They are not counted in a file that is not open in the editor.';
  return { ...made, of: 'file', notes: [...notes, ...made.notes], storiesLeftOut };
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
  let reached: Omit<SummaryProgress, 'uri'> = { bytes: 0, of: 0, records: 0 };
  const tell = (partial?: Summary) => {
    const progress: SummaryProgress = { uri, ...reached, ...(partial && { partial }) };
    void connection.sendNotification(SUMMARY_PROGRESS, progress);
  };
  const onProgress = (progress: Omit<SummaryProgress, 'uri'>) => {
    reached = progress;
    const now = performance.now();
    if (now - told < BETWEEN_PROGRESS) return;
    told = now;
    tell();
  };
  const latest = Math.floor(Date.now() / 1000) + AHEAD;
  const { columns } = documents.currentSettings;
  try {
    const reading = { columns, latest, onProgress, onPicture: tell, signal: stop.signal };
    const options = { summary, ...reading };
    return await files!.summarise(uri, options);
  } finally {
    listener.dispose();
  }
}
