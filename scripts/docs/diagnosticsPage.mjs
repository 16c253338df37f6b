import { findingsPart } from './findingsPart.mjs';

/** @typedef {import('./loadRules.mjs').Rule} Rule */

/**
 * The page of all rules and findings, one section each; the code is the anchor.
 *
 * @param {Rule[]} rules
 * @param {import('./loadRules.mjs').Finding[]} findings
 */
export function diagnosticsPage(rules, findings) {
  const rows = rules.map(
    ({ code, severity, title }) => `| [\`${code}\`](#${code}) | ${severity} | ${title} |`,
  );
  return `${[
    '# Diagnostics',
    '',
    '<!-- Generated from server/src/core/rules and server/src/core/reachability/codes by scripts/docs/generate.mjs. -->',
    '',
    'Each rule has a severity of its own. The setting `flowlog.rules` gives another one, or `off`:',
    '',
    '```json',
    '{ "flowlog.rules": { "window-too-long": "off", "leading-zero": "error" } }',
    '```',
    '',
    '| rule | severity | what it finds |',
    '| --- | --- | --- |',
    ...rows,
    '',
    ...rules.flatMap(section),
    ...findingsPart(findings),
  ]
    .join('\n')
    .trimEnd()}\n`;
}

/** @param {Rule} rule */
function section({ code, severity, title, why, bad, good }) {
  return [
    `## ${code}`,
    '',
    `**${title}.** Severity: ${severity}. Setting: \`"flowlog.rules": { "${code}": "${severity}" }\`.`,
    '',
    why,
    '',
    'Reported:',
    '',
    ...block(bad),
    'Not reported:',
    '',
    ...block(good),
  ];
}

/** @param {string[]} logs */
function block(logs) {
  return ['```text', logs.join('\n\n').replace(/[\p{Cf}\u00a0]/gu, visible), '```', ''];
}

/** @param {string} character */
function visible(character) {
  return `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`;
}
