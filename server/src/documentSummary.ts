import type { CancellationToken } from 'vscode-languageserver';
import type { OutsideFacts } from './core/summary/finish/buildSummary';
import { withStories } from './core/summary/finish/findings';
import type { SummaryOptions } from './core/summary/options';
import { foldFor, summarise } from './core/summary/summarise';
import type { Summary } from './core/summary/summary';
import type { SummaryResult } from './core/summaryRequests';
import type { FlowTable } from './core/table/flowTable';
import type { FeatureHost } from './feature';
import type { SummariseOptions } from './fileAccess';
import type { OpenDocument } from './openDocument';
import { PictureTimes } from './pictureTimes';
import { runInSlices } from './slices';
import { countStories } from './storyCounts';
import type { SummaryTeller } from './summaryTeller';

/**
 * A document of so many bytes is summarised by its file where that holds the same text; a smaller
 * one has been folded here before threads are ready.
 */
const WORTH_THREADS = 20 << 20;
const NOT_YET = 'They have not been counted yet.';

/** How a file is read that may hold the document's text. */
type Reading = Pick<SummariseOptions, 'columns' | 'latest' | 'signal'>;
type OnPicture = SummariseOptions['onPicture'];

/**
 * The summary of an open document, with its unsaved edits. What takes its time is told before it is
 * done: a part of the records, then all of them without the reachability stories.
 */
export async function summariseDocument(
  host: FeatureHost,
  document: OpenDocument,
  options: SummaryOptions,
  reading: Reading,
  token: CancellationToken,
  teller: SummaryTeller,
): Promise<SummaryResult> {
  const { uri } = document;
  const counting = countStories(
    document,
    host.documents.currentSettings,
    options.filter?.time,
    token,
  );
  const checking = document.check(token).then(({ counts, byCode }) => ({
    faults: counts.error + counts.warning,
    faultsByRule: byCode,
  }));
  // They are awaited after other work, which may fail before.
  for (const work of [counting, checking]) work.catch(() => undefined);
  const whole = { ...options, series: true };
  const logs = [{ uri, firstLine: 0 }];
  const onPicture = (part: Summary) => teller.part(part, 'document', logs);
  const summary =
    (await byItsFile(host, document, whole, checking, { ...reading, onPicture }, teller)) ??
    (await runInSlices(
      byItsText(document.table, whole, await checking, onPicture),
      () => token.isCancellationRequested,
    ));
  const result = { summary, of: 'document', logs, notes: [] } as const;
  if (!(await isSettled(counting))) {
    teller.picture({ ...result, storiesLeftOut: NOT_YET, partial: false });
  }
  const counted = await counting;
  if (!counted.stories) return { ...result, storiesLeftOut: counted.leftOut };
  return { ...result, summary: withStories(summary, counted.stories), storiesLeftOut: null };
}

/** By its file, which threads read faster than this one folds the text; undefined if that is no way. */
async function byItsFile(
  { files }: FeatureHost,
  { uri, table }: OpenDocument,
  summary: SummaryOptions,
  facts: Promise<OutsideFacts>,
  reading: Reading & { readonly onPicture: OnPicture },
  { onProgress }: SummaryTeller,
): Promise<Summary | undefined> {
  const text = table.chunks.map(({ bytes }) => bytes);
  const size = text.reduce((sum, { length }) => sum + length, 0);
  if (!files || size < WORTH_THREADS || !uri.startsWith('file:')) return undefined;
  return files.summariseUnmodified(uri, text, facts, { ...reading, summary, onProgress });
}

/** Milliseconds in which most documents are read, so that they need no picture on the way. */
const FIRST_AFTER = 60;

function* byItsText(
  table: FlowTable,
  options: SummaryOptions,
  facts: OutsideFacts,
  onPicture: OnPicture,
): Generator<void, Summary> {
  const fold = foldFor(table, options);
  const work = summarise(table, options, facts, fold);
  const times = new PictureTimes(FIRST_AFTER);
  // The first pass looks at one chunk a step; what follows settles what it has left in doubt.
  for (let chunks = table.chunks.length; chunks > 0; chunks--) {
    work.next();
    times.ifDue(() => onPicture(fold.picture(facts)));
    yield;
  }
  return yield* work;
}

/** Whether something has ended, whichever way. */
function isSettled(promise: Promise<unknown>): Promise<boolean> {
  const ended = promise.then(
    () => true,
    () => true,
  );
  return Promise.race([ended, new Promise<false>(resolve => setTimeout(() => resolve(false), 0))]);
}
