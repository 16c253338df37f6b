import { protocolOf } from '../../tables/protocols';
import type {
  Counts,
  Finding,
  InterfaceRow,
  Metric,
  ProtocolRow,
  Ranking,
  StoryCount,
  Summary,
} from '../summary';
import type { SummaryFold } from '../summaryFold';
import { grouped, percent } from '../../explain/quantities';
import { MOST_FINDINGS, scanFindings } from './scanFindings';
import { NO_PROTOCOL } from '../../filter/conversation';
import { POINT_KINDS } from '../group/nameBook';
import { ACTIONS } from '../fold/totals';
import { sumOf } from './tallyRows';

/** The parts of a summary that findings rest on. */
export interface Basis {
  readonly protocols: readonly ProtocolRow[];
  readonly interfaces: Ranking<InterfaceRow>;
}

/** What deserves a look: hints, not verdicts. */
export function findingsOf(fold: SummaryFold, basis: Basis): Finding[] {
  return [
    ...threatFindings(fold),
    ...scanFindings(fold),
    ...interfaceFindings(fold, basis.interfaces),
    ...rareProtocols(fold, basis.protocols),
  ];
}

/** A summary with the reachability stories, which come before all else that deserves a look. */
export function withStories(summary: Summary, stories: readonly StoryCount[]): Summary {
  return { ...summary, findings: [...stories.map(storyFinding), ...summary.findings] };
}

function storyFinding({ code, title, stories, lines, filter = {} }: StoryCount): Finding {
  return {
    rule: 'reachability',
    title: code,
    text: `${title}: ${grouped(stories)}.`,
    measured: stories,
    exact: true,
    lines,
    filter,
  };
}

function threatFindings({ threats }: SummaryFold): Finding[] {
  return threats.labels
    .map((label, i) => ({ label, i, ...sumOf(threats.figures, [i * 3]) }))
    .filter(({ records }) => records > 0)
    .sort((a, b) => b.records - a.records || a.line - b.line)
    .slice(0, MOST_FINDINGS)
    .map(({ label, i, records }) => ({
      rule: 'known-threat' as const,
      title: 'An address on the list of known threats',
      text: `${records === 1 ? '1 record has' : `${grouped(records)} records have`} an address of “${label}”.`,
      measured: records,
      exact: true,
      lines: threats.lines.of(i),
      filter: { threat: label },
    }));
}

/** One interface that carries much of all packets (a storm, say) or of all bytes. */
function interfaceFindings(
  fold: SummaryFold,
  { rows, keys, exact }: Ranking<InterfaceRow>,
): Finding[] {
  const { interfaceShare, leastInterfaces } = fold.options.thresholds;
  if (keys < leastInterfaces) return [];
  const all = atInterfaces(fold);
  return (['packets', 'bytes'] as const).flatMap(metric => {
    const row = rows.reduce((most, next) => (next[metric] > most[metric] ? next : most), rows[0]!);
    const share = all[metric] > 0 ? row[metric] / all[metric] : 0;
    if (share < interfaceShare) return [];
    return [outsized(row, metric, share, interfaceShare, exact[metric])];
  });
}

function outsized(
  row: InterfaceRow,
  metric: Metric,
  share: number,
  value: number,
  exact: boolean,
): Finding {
  return {
    rule: 'outsized-interface',
    title: 'One interface carries an outsized share',
    text: `${row.key} has ${percent(share)} of all ${metric} recorded at interfaces.`,
    threshold: { setting: 'interfaceShare', value },
    measured: share,
    exact,
    lines: [row.line],
    filter: row.filter,
  };
}

/** All that was recorded at other points than CCNs. */
function atInterfaces({ totals: { kinds } }: SummaryFold): Counts {
  const groups = POINT_KINDS.flatMap((kind, i) =>
    kind === 'ccn' ? [] : Array.from({ length: ACTIONS }, (_, action) => i * ACTIONS + action),
  );
  return sumOf(kinds, groups);
}

function rareProtocols({ totals, options }: SummaryFold, rows: readonly ProtocolRow[]): Finding[] {
  const { rareProtocolShare } = options.thresholds;
  return rows
    .filter(({ protocol, share }) => protocol !== null && share < rareProtocolShare)
    .sort((a, b) => a.records - b.records || a.line - b.line)
    .slice(0, MOST_FINDINGS)
    .map(({ protocol, records, share, filter }) => ({
      rule: 'rare-protocol' as const,
      title: 'A protocol that is hardly ever used',
      text: `${protocolName(protocol!)}: ${grouped(records)} of ${grouped(totalRecords(rows))} records.`,
      threshold: { setting: 'rareProtocolShare', value: rareProtocolShare },
      measured: share,
      exact: true,
      lines: totals.protocolLines.of(protocol!),
      filter,
    }));
}

function totalRecords(rows: readonly ProtocolRow[]): number {
  return rows.reduce((sum, { records }) => sum + records, 0);
}

function protocolName(number: number): string {
  const { keyword, name } = protocolOf(number < NO_PROTOCOL ? number : 255) ?? { name: '' };
  return `Protocol ${number} (${keyword ?? name})`;
}
