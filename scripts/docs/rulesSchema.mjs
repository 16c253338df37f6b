const LEVELS = ['error', 'warning', 'information', 'hint', 'off'];

/**
 * The schema of the setting flowlog.rules: a level for each rule and for each finding.
 *
 * @param {import('./loadRules.mjs').Rule[]} rules
 * @param {import('./loadRules.mjs').Finding[]} findings
 */
export function rulesSchema(rules, findings) {
  return Object.fromEntries([
    ...rules.map(({ code, severity, title, why }) => [code, level(severity, `${title}. ${why}`)]),
    ...findings.map(({ code, severity, title, when }) => [
      code,
      level(severity, `Finding: ${title}. ${when}`),
    ]),
  ]);
}

/**
 * @param {string} standard
 * @param {string} description
 */
function level(standard, description) {
  return { type: 'string', enum: LEVELS, default: standard, description };
}
