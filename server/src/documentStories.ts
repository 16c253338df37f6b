import type { CancellationToken } from 'vscode-languageserver';
import {
  conversationOf,
  type ConversationAt,
  type NoConversation,
} from './core/reachability/conversationOf';
import { explainTable } from './core/reachability/explainTable';
import type { Findings } from './core/reachability/findings';
import { engineSettings } from './core/reachability/levels';
import type { Story } from './core/reachability/story';
import type { FlowLogSettings } from './core/requests';
import type { OpenDocument } from './openDocument';
import { Cancelled, runInBackground, runInSlices } from './slices';

/** Stories that are put into words; of more, the number is told. */
export const MOST_STORIES = 2000;

/** The stories of a document that are put into words, the worst first. */
export interface ToldStories {
  readonly stories: readonly Story[];
  readonly leftOut: number;
  readonly findings: Findings;
}

interface Known {
  readonly chunks: readonly unknown[];
  readonly settings: FlowLogSettings;
  readonly told: Promise<ToldStories>;
}

const known = new WeakMap<OpenDocument, Known>();

/**
 * The stories of a document as it is now, worked out once for its text and settings, whoever asks.
 * Stops with {@link Cancelled} when the text changes meanwhile.
 */
export async function storiesOf(
  document: OpenDocument,
  settings: FlowLogSettings,
  token?: CancellationToken,
): Promise<ToldStories> {
  const { chunks } = document.table;
  let entry = known.get(document);
  if (entry?.chunks !== chunks || entry.settings !== settings) {
    const isStale = () =>
      document.table.chunks !== chunks || known.get(document)?.settings !== settings;
    entry = { chunks, settings, told: tell(document, settings, isStale) };
    // Who asked may have gone away by the time it fails.
    entry.told.catch(() => undefined);
    known.set(document, entry);
  }
  const told = await entry.told;
  if (token?.isCancellationRequested) throw new Cancelled();
  return told;
}

/** Documents from this many lines on are left alone while somebody types in them. */
export const LARGE = 5000;
const PAUSE = 400;

async function tell(
  document: OpenDocument,
  settings: FlowLogSettings,
  isStale: () => boolean,
): Promise<ToldStories> {
  const isLarge = document.table.lines >= LARGE;
  // One turn for the entry to be known.
  await new Promise(resolve => setTimeout(resolve, isLarge ? PAUSE : 0));
  if (isStale()) throw new Cancelled();
  const work = explainTable(document.table, engineSettings(settings));
  // Marks of a small document wait for its stories, those of a large one do not.
  const run = isLarge ? runInBackground : runInSlices;
  const findings = await run(work, isStale);
  const stories = await run(takeFirst(findings.stories(), MOST_STORIES), isStale);
  return { stories, leftOut: findings.count() - stories.length, findings };
}

/** The first of some things, with a pause offered after each. */
export function* takeFirst<T>(from: Iterable<T>, most: number): Generator<void, T[]> {
  const taken: T[] = [];
  if (most <= 0) return taken;
  for (const each of from) {
    taken.push(each);
    if (taken.length >= most) break;
    yield;
  }
  return taken;
}

/** The conversation of the record on a line, which needs no more than a look at what is like it. */
export async function conversationAt(
  document: OpenDocument,
  settings: FlowLogSettings,
  line: number,
  token?: CancellationToken,
): Promise<ConversationAt | NoConversation> {
  const { table } = document;
  const { chunks } = table;
  const stopped = () => token?.isCancellationRequested === true || table.chunks !== chunks;
  return runInSlices(conversationOf(table, line, engineSettings(settings)), stopped);
}
