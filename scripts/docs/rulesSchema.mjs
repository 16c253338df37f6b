/**
 * The schema of the setting flowlog.rules: a level for each rule.
 *
 * @param {import('./loadRules.mjs').Rule[]} rules
 */
export function rulesSchema(rules) {
  return Object.fromEntries(
    rules.map(({ code, severity, title, why }) => [
      code,
      {
        type: 'string',
        enum: ['error', 'warning', 'information', 'hint', 'off'],
        default: severity,
        description: `${title}. ${why}`,
      },
    ]),
  );
}
