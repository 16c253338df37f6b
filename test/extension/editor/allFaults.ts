import type { TextDocument } from 'vscode';
import { RULES } from '../../../server/src/core/rules';

/**
 * The problems that the comments of samples/all-faults.log announce, as `SEVERITY CODE LINE`:
 * `# code, code: why` speaks of the line below it.
 */
export function announcedProblems(document: TextDocument): string[] {
  const lines = document.getText().split('\n');
  return lines.flatMap((text, line) => {
    const codes = /^# ([a-z0-9-]+(?:, [a-z0-9-]+)*): /.exec(text)?.[1]?.split(', ') ?? [];
    return codes.map(code => `${severityOf(code)} ${code} ${line + 2}`);
  });
}

function severityOf(code: string): string {
  return RULES.find(rule => rule.code === code)?.severity ?? 'unknown';
}

/** What just is marked for problems of some codes; the others mark other lines or have no text. */
export const markedTexts: readonly (readonly [code: string, text: RegExp])[] = [
  ['stray-quotes', /^"\d+"$/],
  ['wrong-dash', /^eni\u2013\w{8}$/],
  ['full-width-characters', /^[\uff10-\uff19]+$/],
  ['control-character', /^[\d.]+\u00ad[\d.]+$/],
  ['thousands-separator', /^\d+,\d{3}$/],
  ['hexadecimal-number', /^0x[\da-f]+$/],
  ['leading-zero', /^06$/],
  ['value-case', /^accept$/],
  ['protocol-name', /^tcp$/],
  ['absent-under-ok', /^-$/],
  ['address-invalid', /^[\da-f.:]+$/],
  ['port-out-of-range', /^70443$/],
  ['time-written-out', /^2025-\d\d-\d\dT[\d:.]+Z$/],
  ['action-invalid', /^DROP$/],
  ['end-before-start', /^\d{10}$/],
  ['field-missing', /^ $/],
  ['field-extra', /^tcp$/],
  ['unusual-blank', /^\u00a0$/],
  ['not-a-record', /^log rotated, .*$/],
  ['wrapped-record', /^2 130+1 eni-.*\n.* OK$/],
  ['key-unknown', /^rack:7$/],
  ['key-repeated', /^dstport:8443$/],
  ['empty-value', /^packets:$/],
  ['skipdata-on-ccn', /^SKIPDATA$/],
  ['header-unknown-field', /^rack$/],
];
