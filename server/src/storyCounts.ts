import type { CancellationToken } from 'vscode-languageserver';
import type { TimeRange } from './core/filter/recordFilter';
import { codeNamed } from './core/reachability/codes/index';
import { codesByRank, type Findings } from './core/reachability/findings';
import type { Story } from './core/reachability/story';
import type { FlowLogSettings } from './core/requests';
import type { StoryCount } from './core/summary/summary';
import { storiesOf, type ToldStories } from './documentStories';
import type { OpenDocument } from './openDocument';
import { Cancelled } from './slices';

/** Stories of longer documents are not told unasked, in lines. */
const MOST_LINES = 200_000;
/** First records of each code that are named. */
const MOST_EVIDENCE = 6;

/** Stories by code, or why they were not counted. */
export type StoryCounts =
  | { readonly stories: readonly StoryCount[] }
  | { readonly stories: undefined; readonly leftOut: string };

/** Counts the reachability stories of a document by code: all, or those of a stretch of time. */
export async function countStories(
  document: OpenDocument,
  settings: FlowLogSettings,
  time: TimeRange | undefined,
  token: CancellationToken,
): Promise<StoryCounts> {
  if (document.table.lines > MOST_LINES) {
    return notCounted('The document is too long for its stories to be counted unasked.');
  }
  try {
    const told = await storiesOf(document, settings, token);
    if (!time) return { stories: countAll(told.findings) };
    if (told.leftOut > 0)
      return notCounted('There are too many stories to tell which are of this time.');
    return { stories: countWithin(told, time) };
  } catch (error) {
    if (!(error instanceof Cancelled) || token.isCancellationRequested) throw error;
    return notCounted('The text changed while they were counted.');
  }
}

export function notCounted(leftOut: string): StoryCounts {
  return { stories: undefined, leftOut };
}

function countAll(findings: Findings): StoryCount[] {
  return codesByRank.flatMap(code => {
    const stories = findings.count({ code });
    if (stories === 0) return [];
    const lines: number[] = [];
    for (const story of findings.stories({ code })) {
      lines.push(...firstLine(story));
      if (lines.length >= MOST_EVIDENCE) break;
    }
    return [{ code, title: codeNamed(code).title, stories, lines: ascending(lines) }];
  });
}

function countWithin({ stories }: ToldStories, { from, to }: TimeRange): StoryCount[] {
  const within = stories.filter(({ first, last }) => first < to && last >= from);
  return codesByRank.flatMap(code => {
    const some = within.filter(story => story.code === code);
    if (some.length === 0) return [];
    const lines = some.flatMap(firstLine).slice(0, MOST_EVIDENCE);
    return [{ code, title: codeNamed(code).title, stories: some.length, lines: ascending(lines) }];
  });
}

function firstLine({ request, reply }: Story): readonly number[] {
  return [...request.lines, ...reply.lines].sort((a, b) => a - b).slice(0, 1);
}

function ascending(lines: readonly number[]): number[] {
  return [...new Set(lines)].sort((a, b) => a - b);
}
