/** @typedef {import('./loadRules.mjs').Finding} Finding */

/** @type {Readonly<Record<string, string>>} */
const CERTAINTIES = {
  proved:
    'It can be proved: then no other reading of the records is left under the assumptions that are stated with it.',
  likely: 'It is likely at most.',
  undecided: 'It stays undecided: the records alone cannot tell.',
};

/**
 * The findings about conversations, as a part of the page of diagnostics; a code is the anchor.
 *
 * @param {Finding[]} findings
 */
export function findingsPart(findings) {
  return [
    '# Findings',
    '',
    'What the records of a conversation tell together: who stopped the traffic, and how sure that is.',
    'A finding is no fault of the log. One stands for all conversations that tell the same story. Some',
    'are reported among the problems; all are in the view *Explain Reachability*, in hovers and in code',
    'lenses. Their level is set in `flowlog.rules` as well. `off`, set there, takes a finding out',
    'everywhere; findings that are off without being set are only not among the problems.',
    '',
    '| finding | among the problems | what it says |',
    '| --- | --- | --- |',
    ...findings.map(
      ({ code, severity, title }) =>
        `| [\`${code}\`](#${code}) | ${severity === 'off' ? 'no' : severity} | ${title} |`,
    ),
    '',
    ...findings.flatMap(section),
  ];
}

/** @param {Finding} finding */
function section({ code, severity, title, when, certainty, conditions }) {
  return [
    `## ${code}`,
    '',
    `**${title}.** Among the problems: ${severity === 'off' ? 'no' : severity}. Setting: \`"flowlog.rules": { "${code}": "${severity === 'off' ? 'information' : severity}" }\`.`,
    '',
    `When: ${when}`,
    '',
    CERTAINTIES[certainty] ?? '',
    '',
    ...listed(conditions),
  ];
}

/** @param {import('./loadRules.mjs').Condition[]} conditions */
function listed(conditions) {
  if (conditions.length === 0) return [];
  const inOrder = conditions.toSorted((a, b) => a.name.localeCompare(b.name));
  const items = inOrder.map(({ name, title }) => `- ${name}: ${title}.`);
  return ['The conditions for a proof:', '', ...items, ''];
}
