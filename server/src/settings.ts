import { DEFAULT_OPTIONS, readOptions } from './core/reachability/options';
import type { FlowLogSettings, RuleLevel } from './core/requests';
import { DEFAULT_THRESHOLDS, readThresholds } from './core/summary/thresholds';

export const DEFAULT_SETTINGS: FlowLogSettings = {
  rules: {},
  columns: [],
  timeZones: [],
  icmpByteOrder: 'auto',
  reachability: DEFAULT_OPTIONS,
  codeLens: { enabled: true },
  summary: { groups: '', threats: '', thresholds: DEFAULT_THRESHOLDS },
};

/** The settings in what a client sent; whatever has not the right shape keeps its default. */
export function readSettings(sent: unknown): FlowLogSettings {
  if (typeof sent !== 'object' || sent === null) return DEFAULT_SETTINGS;
  const { rules, columns, timeZones, icmpByteOrder, reachability, codeLens, summary } =
    sent as Record<string, unknown>;
  return {
    rules: typeof rules === 'object' && rules !== null ? (rules as Record<string, RuleLevel>) : {},
    columns: strings(columns),
    timeZones: strings(timeZones),
    icmpByteOrder:
      icmpByteOrder === 'type-high' || icmpByteOrder === 'type-low' ? icmpByteOrder : 'auto',
    reachability: readOptions(reachability),
    codeLens: { enabled: (codeLens as { enabled?: unknown } | undefined)?.enabled !== false },
    summary: readSummary(summary),
  };
}

function readSummary(sent: unknown): FlowLogSettings['summary'] {
  const { groups, threats, thresholds } = (sent ?? {}) as Record<string, unknown>;
  const path = (value: unknown) => (typeof value === 'string' ? value.trim() : '');
  return { groups: path(groups), threats: path(threats), thresholds: readThresholds(thresholds) };
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter(entry => typeof entry === 'string') : [];
}
