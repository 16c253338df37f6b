import { LanguageStatusSeverity, env, l10n } from 'vscode';
import type { DocumentStatus } from '../../../server/src/core/requests';

/** A check's result as the language status shows it. */
export interface StatusWords {
  readonly text: string;
  readonly detail: string;
  readonly severity: LanguageStatusSeverity;
}

/** What is found in a document, the most important first: form, records, faults; then the rest. */
export function describeStatus(status: DocumentStatus): StatusWords {
  const { records, errors, warnings, informations, hints, reduced } = status;
  const faults = counted([
    [errors, l10n.t('1 error'), l10n.t('{0} errors', grouped(errors))],
    [warnings, l10n.t('1 warning'), l10n.t('{0} warnings', grouped(warnings))],
  ]);
  const notes = counted([
    [informations, l10n.t('1 note'), l10n.t('{0} notes', grouped(informations))],
    [hints, l10n.t('1 hint'), l10n.t('{0} hints', grouped(hints))],
  ]);
  const size = records === 1 ? l10n.t('1 record') : l10n.t('{0} records', grouped(records));
  const rest = faults.length > 0 ? faults : [l10n.t('no faults')];
  return {
    text: [formsOf(status), size, ...rest].join(' \u00b7 '),
    detail: [...notes, ...reduced].join('; '),
    severity: severityOf(status),
  };
}

function formsOf({ forms }: DocumentStatus): string {
  const [first, second, ...more] = forms;
  if (first === undefined) return l10n.t('No flow log record');
  if (second === undefined) return first;
  if (more.length === 0) return `${first}, ${second}`;
  return l10n.t('{0} and {1} other forms', first, more.length + 1);
}

function severityOf({ errors, warnings, reduced }: DocumentStatus): LanguageStatusSeverity {
  if (errors > 0) return LanguageStatusSeverity.Error;
  if (warnings > 0 || reduced.length > 0) return LanguageStatusSeverity.Warning;
  return LanguageStatusSeverity.Information;
}

/** The phrases for the amounts that are not zero. */
function counted(amounts: readonly [amount: number, one: string, many: string][]): string[] {
  return amounts.flatMap(([amount, one, many]) =>
    amount === 0 ? [] : [amount === 1 ? one : many],
  );
}

function grouped(amount: number): string {
  return amount.toLocaleString(env.language);
}
