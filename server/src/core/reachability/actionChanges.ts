import type { Code } from './code';
import { EVIDENCE } from './reading';
import { REQUEST_DOUBTS, type RequestDoubt } from './requestDoubt';
import type { Span } from './storySums';
import type { StoryTable } from './storyTable';
import type { Change } from './tale';
import { TUPLE } from './tuples';

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
 * Tells what changed and when, of these and of those that changed within a conversation. Yields often.
 */
export function* findActionChanges(table: StoryTable): Generator<void, void> {
  for (let story = 0; story < table.size; story++) {
    if (story % AT_A_TIME === AT_A_TIME - 1) yield;
    const change = changeOf(table, story);
    if (change) table.setChanged(story, change);
  }
}

function changeOf(table: StoryTable, story: number): Change | undefined {
  const code = table.code(story);
  if (code === 'action-changed') {
    const [no, yes] = [table.span(story, 0, true), table.span(story, 0, false)];
    const doubt = doubtOf(table, story, []);
    return { ...changeBetween(no, yes), doubt, others: [] };
  }
  if (code !== 'request-rejected' || table.isRest(story)) return undefined;
  return changeToOthers(table, story);
}

function changeToOthers(table: StoryTable, refused: number): Change | undefined {
  const others = [...table.ofTuple(table.tuple(refused))].filter(
    story => ACCEPTED.has(table.code(story)) && table.sum(story, 0, false).records > 0,
  );
  if (!others.some(story => table.isEstablished(story))) return undefined;
  const no = table.span(refused, 0, true);
  const spans = others.map(story => table.span(story, 0, false));
  const yes = spans.reduce(joined);
  // A packet from a port that was used before is a late one, not a new request.
  const isLate = yes.last > no.first || reusesPort(table, refused, others);
  if (no.first >= yes.first && isLate && !areSyns(table, refused)) return undefined;
  return { ...changeBetween(no, yes), doubt: doubtOf(table, refused, others), others };
}

/** The first of two actions, the other one, and whether the first came back. */
function changeBetween(no: Span, yes: Span): Omit<Change, 'others'> {
  const opened = no.first < yes.first;
  const [old, fresh] = opened ? [no, yes] : [yes, no];
  const actions = opened
    ? ({ from: 'REJECT', to: 'ACCEPT' } as const)
    : ({ from: 'ACCEPT', to: 'REJECT' } as const);
  const since = { firstNew: fresh.first, lineNew: fresh.firstLine };
  if (old.last <= fresh.first) {
    return { ...actions, ...since, lastOld: old.last, lineOld: old.lastLine };
  }
  // One record alone does not tell that its action came back.
  const isOne = old.firstLine === old.lastLine;
  const again = { time: old.last, line: old.lastLine, isOne };
  return { ...actions, ...since, lastOld: old.first, lineOld: old.firstLine, again };
}

function joined(one: Span, other: Span): Span {
  const [early, late] = [one.first <= other.first, one.last >= other.last];
  return {
    first: early ? one.first : other.first,
    firstLine: early ? one.firstLine : other.firstLine,
    last: late ? one.last : other.last,
    lastLine: late ? one.lastLine : other.lastLine,
  };
}

function doubtOf(
  table: StoryTable,
  refused: number,
  others: readonly number[],
): RequestDoubt | undefined {
  if (others.some(story => table.leavesDoubt(story, 'no packets'))) return 'no packets';
  return REQUEST_DOUBTS.find(doubt => table.leavesDoubt(refused, doubt));
}

/** A SYN without ACK is a fresh request, whatever was let through before. */
function areSyns(table: StoryTable, refused: number): boolean {
  const { evidence } = table.firstConversation(refused);
  return (evidence[0] & EVIDENCE.syn) !== 0 && !table.leavesDoubt(refused, 'flags');
}

function reusesPort(table: StoryTable, refused: number, accepted: readonly number[]): boolean {
  // The type says that it is a request.
  const isTyped = (table.tuples.meta(table.tuple(refused)) & TUPLE.typed) !== 0;
  if (isTyped || table.portsDiffer(refused)) return false;
  const port = table.firstConversation(refused).initiatorPort;
  return accepted.some(
    story => !table.portsDiffer(story) && table.firstConversation(story).initiatorPort === port,
  );
}
