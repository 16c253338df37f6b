import { DEFAULT_OPTIONS, readOptions } from './core/reachability/options';
import type { FlowLogSettings, RuleLevel } from './core/requests';

export const DEFAULT_SETTINGS: FlowLogSettings = {
  rules: {},
  columns: [],
  timeZones: [],
  icmpByteOrder: 'auto',
  reachability: DEFAULT_OPTIONS,
  codeLens: { enabled: true },
};

/** The settings in what a client sent; whatever has not the right shape keeps its default. */
export function readSettings(sent: unknown): FlowLogSettings {
  if (typeof sent !== 'object' || sent === null) return DEFAULT_SETTINGS;
  const { rules, columns, timeZones, icmpByteOrder, reachability, codeLens } = sent as Record<
    string,
    unknown
  >;
  return {
    rules: typeof rules === 'object' && rules !== null ? (rules as Record<string, RuleLevel>) : {},
    columns: strings(columns),
    timeZones: strings(timeZones),
    icmpByteOrder:
      icmpByteOrder === 'type-high' || icmpByteOrder === 'type-low' ? icmpByteOrder : 'auto',
    reachability: readOptions(reachability),
    codeLens: { enabled: (codeLens as { enabled?: unknown } | undefined)?.enabled !== false },
  };
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter(entry => typeof entry === 'string') : [];
}
