import type { FlowLogSettings, RuleLevel } from './core/requests';

export const DEFAULT_SETTINGS: FlowLogSettings = {
  rules: {},
  columns: [],
  timeZones: [],
  icmpByteOrder: 'auto',
};

/** The settings in what a client sent; whatever has not the right shape keeps its default. */
export function readSettings(sent: unknown): FlowLogSettings {
  if (typeof sent !== 'object' || sent === null) return DEFAULT_SETTINGS;
  const { rules, columns, timeZones, icmpByteOrder } = sent as Record<string, unknown>;
  return {
    rules: typeof rules === 'object' && rules !== null ? (rules as Record<string, RuleLevel>) : {},
    columns: strings(columns),
    timeZones: strings(timeZones),
    icmpByteOrder:
      icmpByteOrder === 'type-high' || icmpByteOrder === 'type-low' ? icmpByteOrder : 'auto',
  };
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter(entry => typeof entry === 'string') : [];
}
