import { ACTION } from '../../scan/columns';
import { POINT_KINDS } from '../group/nameBook';
import { MARK, SUM, SUMS } from '../group/entry';
import { eachWanted, withMarks } from '../group/wanted';
import { ACTIONS } from '../fold/totals';
import {
  METRIC_NAMES,
  type Approximation,
  type Counts,
  type Coverage,
  type Summary,
  type Totals,
} from '../summary';
import type { SummaryFold } from '../summaryFold';
import { countApproximation, listApproximations, sumApproximations } from './approximations';
import { findingsOf } from './findings';
import { attemptsTable } from './scanFindings';
import { listsOf } from './lists';
import { LIST_NAMES } from './listTitles';
import { seriesOf } from './seriesRows';
import { stretchedBy } from './stretched';
import { timelineOf } from './timelineBuckets';
import {
  ACTION_NAMES,
  actionRows,
  countsIn,
  formRows,
  groupRows,
  observationRows,
  protocolRows,
  STATUS_NAMES,
  statusRows,
  sumOf,
} from './tallyRows';

/** What a summary takes from the checker. */
export interface OutsideFacts {
  /** Problems of severity error or warning. */
  readonly faults?: number;
  /** Problems by the code of their rule. */
  readonly faultsByRule?: ReadonlyMap<string, number>;
}

/** Puts a summary together from what a fold holds. */
export function buildSummary(fold: SummaryFold, facts: OutsideFacts, coverage: Coverage): Summary {
  const { options, details } = fold;
  const { by } = options;
  const lists = listsOf(fold);
  const timeline = timelineOf(fold.timeline);
  const [accounts, interfaces] = [lists.accounts.keys, lists.interfaces.keys];
  const totals = totalsOf(fold, facts, { accounts, interfaces, timeline });
  const byProtocol = protocolRows(fold.totals, totals.records, by);
  const basis = { protocols: byProtocol, interfaces: lists.interfaces };
  const findings = findingsOf(fold, basis);
  const approximate = [
    ...sumApproximations(totals),
    ...LIST_NAMES.flatMap(panel => listApproximations(panel, lists[panel])),
    ...countApproximations(fold),
  ];
  return {
    totals,
    byForm: formRows(fold.totals, by),
    byObservation: observationRows(fold.totals, by),
    byAction: actionRows(fold.totals, by),
    byLogStatus: statusRows(fold.totals, by),
    byProtocol,
    faultsByRule: ruleRows(facts),
    ...lists,
    groups: groupRows(fold.groups, by),
    timeline,
    coverage,
    series: seriesOf(details),
    findings,
    approximate,
    wantsSecondPass: details.plan === undefined && (options.series || isInDoubt(fold, lists)),
  };
}

function totalsOf(
  fold: SummaryFold,
  { faults, faultsByRule }: OutsideFacts,
  {
    accounts,
    interfaces,
    timeline,
  }: Pick<Totals, 'accounts' | 'interfaces'> & Pick<Summary, 'timeline'>,
): Totals {
  const { outcomes, kinds, lines, start, end, longest, untimed } = fold.totals;
  const outcome = (status: number, action: number) => status * ACTIONS + action;
  const every = STATUS_NAMES.flatMap((_, status) =>
    ACTION_NAMES.map((_, action) => outcome(status, action)),
  );
  const withAction = (wanted: number) =>
    countsIn(
      sumOf(
        outcomes,
        every.filter(group => group % ACTIONS === wanted),
      ),
    );
  const [accepted, rejected] = [withAction(ACTION.accept), withAction(ACTION.reject)];
  const decided = accepted.records + rejected.records;
  const ccn = POINT_KINDS.indexOf('ccn');
  const counted = [...(faultsByRule?.values() ?? [])].reduce((sum, count) => sum + count, 0);
  return {
    lines,
    ...countsIn(sumOf(outcomes, every)),
    faults: faults ?? counted,
    start: start === Infinity ? null : start,
    end: end === -Infinity ? null : end,
    longest,
    stretched: stretchedBy(timeline, end - start),
    untimed,
    accepted,
    rejected,
    throttled: countsIn(sumOf(kinds, [ccn * ACTIONS + ACTION.reject])),
    // Where nothing says what became of traffic, no share of it was denied or let through.
    deniedShare: decided > 0 ? rejected.records / decided : null,
    accounts,
    interfaces,
    seenAtSeveralPoints: severalPoints(fold),
  };
}

/** Conversations with records made at several points, and all that was recorded of them. */
function severalPoints({ tables }: SummaryFold): Counts & { conversations: number } {
  let [conversations, records, packets, bytes] = [0, 0, 0, 0];
  const { sums } = tables.conversations;
  eachWanted(tables.conversations, withMarks(MARK.severalPoints), entry => {
    conversations++;
    records += sums[entry * SUMS + SUM.records]!;
    packets += sums[entry * SUMS + SUM.packets]!;
    bytes += sums[entry * SUMS + SUM.bytes]!;
  });
  return { conversations, records, packets, bytes };
}

function countApproximations(fold: SummaryFold): Approximation[] {
  const { tables, details } = fold;
  return [
    ...(attemptsTable(fold).spill
      ? [countApproximation('findings', 'Scans, and what they tried')]
      : []),
    ...(tables.conversations.spill
      ? [countApproximation('totals', 'Conversations seen at several points')]
      : []),
    ...(details.tables().rejectedPoints.spill
      ? [countApproximation('interfaces', 'Rejected records of an interface')]
      : []),
  ];
}

/** Whether a second pass would settle something. */
function isInDoubt({ tables }: SummaryFold, lists: ReturnType<typeof listsOf>): boolean {
  if (tables.conversations.spill || tables.rejectedPoints.spill) return true;
  return Object.entries(lists).some(
    // Region pairs are counted once and for all.
    ([panel, { exact }]) => panel !== 'regionPairs' && METRIC_NAMES.some(metric => !exact[metric]),
  );
}

function ruleRows({ faultsByRule = new Map<string, number>() }: OutsideFacts) {
  return [...faultsByRule]
    .map(([key, count]) => ({ key, count, filter: { fault: key } }))
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
}
