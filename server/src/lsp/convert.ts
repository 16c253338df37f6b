import {
  DiagnosticSeverity,
  type Diagnostic,
  type Range as LspRange,
  type TextEdit,
} from 'vscode-languageserver';
import type { Edit, Fix, Problem, Range } from '../core/check/problem';
import type { Severity } from '../core/rules/rule';
import { visible } from './visible';

const SEVERITY: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What a diagnostic carries for the quick fix, which derives nothing again. */
export interface DiagnosticData {
  readonly fix?: Fix;
}

export function toRange({ line, start, endLine, end }: Range): LspRange {
  return { start: { line, character: start }, end: { line: endLine, character: end } };
}

export function toTextEdit(edit: Edit): TextEdit {
  return { range: toRange(edit), newText: edit.text };
}

/** A problem as a diagnostic; its code links to `documentation`, a page or a `command:` of the client. */
export function toDiagnostic(
  problem: Problem,
  uri: string,
  documentation: string | undefined,
): Diagnostic {
  const { code, severity, message, fix, related } = problem;
  const data: DiagnosticData = fix ? { fix } : {};
  return {
    range: toRange(problem),
    severity: SEVERITY[severity],
    code,
    source: 'flowlog',
    message: visible(message),
    data,
    ...(documentation ? { codeDescription: { href: linkTo(documentation, code) } } : {}),
    ...(related
      ? {
          relatedInformation: [
            { location: { uri, range: toRange(related) }, message: related.message },
          ],
        }
      : {}),
  };
}

/** Where a code is explained. */
export function linkTo(documentation: string, code: string): string {
  return documentation.startsWith('command:')
    ? `${documentation}?${encodeURIComponent(JSON.stringify([code]))}`
    : `${documentation}#${code}`;
}
