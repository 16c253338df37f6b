import type { Rule, Severity } from '../rules/rule';

/** Severity of each rule by code; `off` for rules that do not run. */
export type Levels = (rule: Rule) => Severity | 'off';

/** The levels that a settings object gives, with each rule's own severity where it says nothing. */
export function levelsFrom(settings: Readonly<Record<string, unknown>>): Levels {
  return rule => {
    const level = settings[rule.code];
    return isLevel(level) ? level : rule.severity;
  };
}

/** Every rule at its own severity. */
export const DEFAULT_LEVELS: Levels = rule => rule.severity;

function isLevel(value: unknown): value is Severity | 'off' {
  return (
    value === 'error' ||
    value === 'warning' ||
    value === 'information' ||
    value === 'hint' ||
    value === 'off'
  );
}
