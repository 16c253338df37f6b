import { DiagnosticSeverity, type CancellationToken, type Diagnostic } from 'vscode-languageserver';
import { CODES, type Code } from '../core/reachability/code';
import { levelOf } from '../core/reachability/levels';
import { recordSpan } from '../core/reachability/recordSpan';
import type { Story } from '../core/reachability/story';
import type { FlowLogSettings, RuleLevel } from '../core/requests';
import type { FlowTable } from '../core/table/flowTable';
import { storiesOf, takeFirst } from '../documentStories';
import type { FeatureHost } from '../feature';
import { linkTo, toRange } from '../lsp/convert';
import { visible } from '../lsp/visible';
import type { OpenDocument } from '../openDocument';
import { Cancelled, runInSlices } from '../slices';
import { linesOf, mainLine } from './storyLines';

/** Stories of one code that are put among the problems; the list of stories has the others. */
const MOST_OF_A_CODE = 200;
/** Records that a problem links to. */
const MOST_RELATED = 10;

const SEVERITIES: Readonly<Record<Exclude<RuleLevel, 'off'>, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The stories of a document that are reported as problems, and how many there are by level. */
export interface FoundStories {
  readonly diagnostics: readonly Diagnostic[];
  readonly counts: Readonly<Record<Exclude<RuleLevel, 'off'>, number>>;
  readonly leftOut: number;
}

export const NO_STORIES: FoundStories = {
  diagnostics: [],
  counts: { error: 0, warning: 0, information: 0, hint: 0 },
  leftOut: 0,
};

/** One diagnostic for each story of a code that the settings have reported. */
export async function findStories(
  host: FeatureHost,
  document: OpenDocument,
  token?: CancellationToken,
): Promise<FoundStories> {
  const settings = host.documents.currentSettings;
  const reported = reportedCodes(settings);
  if (reported.length === 0) return NO_STORIES;
  const { table } = document;
  const { chunks } = table;
  const { findings } = await storiesOf(document, settings, token);
  const stopped = () => token?.isCancellationRequested === true || table.chunks !== chunks;
  const counts = { ...NO_STORIES.counts };
  const diagnostics: Diagnostic[] = [];
  let all = 0;
  for (const [code, level] of reported) {
    const count = findings.count({ code });
    all += count;
    counts[level] += count;
    const stories = findings.stories({ code });
    for (const story of await runInSlices(takeFirst(stories, MOST_OF_A_CODE), stopped)) {
      const found = toDiagnostic(host, table, document.uri, story, SEVERITIES[level]);
      if (found) diagnostics.push(found);
    }
  }
  if (table.chunks !== chunks) throw new Cancelled();
  return { diagnostics, counts, leftOut: all - diagnostics.length };
}

function reportedCodes({ rules }: FlowLogSettings) {
  return CODES.flatMap((code): (readonly [Code, Exclude<RuleLevel, 'off'>])[] => {
    const level = levelOf(code, rules);
    return level === 'off' ? [] : [[code, level]];
  });
}

function toDiagnostic(
  { documentation }: FeatureHost,
  table: FlowTable,
  uri: string,
  story: Story,
  severity: DiagnosticSeverity,
): Diagnostic | undefined {
  const line = mainLine(table, story);
  const span = line === undefined ? undefined : recordSpan(table, line);
  if (!span) return undefined;
  const others = linesOf(story).filter(record => record.line !== line);
  return {
    range: toRange(span.action ?? span.record),
    severity,
    code: story.code,
    source: 'flowlog',
    message: visible(story.summary),
    ...(documentation ? { codeDescription: { href: linkTo(documentation, story.code) } } : {}),
    relatedInformation: others.slice(0, MOST_RELATED).flatMap(({ line: other, side }) => {
      const place = recordSpan(table, other);
      if (!place) return [];
      const message = side === 'request' ? 'A record of the request.' : 'A record of the reply.';
      return [{ location: { uri, range: toRange(place.record) }, message }];
    }),
  };
}
