import type { Code } from './code';
import type { StoryTable } from './storyTable';
import type { Change } from './tale';

/** Stories that are looked at without a pause. */
const AT_A_TIME = 4096;

/** Stories whose requests were let through, whatever came back. */
const ACCEPTED: ReadonlySet<Code> = new Set<Code>([
  'both-ways-accepted',
  'no-reply-seen',
  'reply-rejected-by-acl',
  'late-packets-rejected',
]);

/**
 * Finds refused requests whose like was let through, all before, all after or after the first of them:
 * the action changed between windows. The direction has to be established by one that was let through.
 * Yields often.
 */
export function* findActionChanges(table: StoryTable): Generator<void, void> {
  for (let story = 0; story < table.size; story++) {
    if (story % AT_A_TIME === AT_A_TIME - 1) yield;
    if (table.code(story) !== 'request-rejected') continue;
    const change = changeOf(table, story);
    if (change) table.setChanged(story, change);
  }
}

function changeOf(table: StoryTable, refused: number): Change | undefined {
  const accepted = [...table.ofTuple(table.tuple(refused))].filter(
    story => ACCEPTED.has(table.code(story)) && table.sum(story, 0, false).records > 0,
  );
  if (!accepted.some(story => table.basis(story) === 'established')) return undefined;
  const no = table.span(refused, 0, true);
  const spans = accepted.map(story => table.span(story, 0, false));
  const [yes] = spans.sort((x, y) => x.first - y.first);
  if (!yes) return undefined;
  if (no.first < yes.first) {
    const opened = { from: 'REJECT', to: 'ACCEPT' } as const;
    const fresh = { firstNew: yes.first, lineNew: yes.firstLine };
    if (no.last <= yes.first)
      return { ...opened, ...fresh, lastOld: no.last, lineOld: no.lastLine };
    const again = { time: no.last, line: no.lastLine };
    return { ...opened, ...fresh, lastOld: no.first, lineOld: no.firstLine, again };
  }
  const old = spans.reduce((latest, span) => (span.last > latest.last ? span : latest));
  // A packet from a port that was used before is a late one, not a new request.
  if (old.last > no.first || reusesPort(table, refused, accepted)) return undefined;
  const times = { lastOld: old.last, firstNew: no.first };
  return { from: 'ACCEPT', to: 'REJECT', ...times, lineOld: old.lastLine, lineNew: no.firstLine };
}

function reusesPort(table: StoryTable, refused: number, accepted: readonly number[]): boolean {
  if (table.portsDiffer(refused)) return false;
  const port = table.firstConversation(refused).initiatorPort;
  return accepted.some(
    story => !table.portsDiffer(story) && table.firstConversation(story).initiatorPort === port,
  );
}
