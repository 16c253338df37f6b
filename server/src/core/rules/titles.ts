import { RULES } from './index';

const TITLES = new Map(RULES.map(rule => [rule.code, rule.title]));

/** The title of the rule with that code. */
export function titleOf(code: string): string {
  return TITLES.get(code) ?? code;
}
