import {
  CodeActionKind,
  type CodeAction,
  type CodeActionParams,
  type Diagnostic,
} from 'vscode-languageserver';
import { wrappedFixes } from '../core/check/wrappedFixes';
import type { Fix, Problem } from '../core/check/problem';
import { wrappedRecord } from '../core/rules/wrapped-record';
import { guarded, type Feature } from '../feature';
import { toTextEdit, type DiagnosticData } from '../lsp/convert';
import { visible } from '../lsp/visible';
import type { OpenDocument } from '../openDocument';

/** Joins every wrapped record of a file. */
export const JOIN_KIND = `${CodeActionKind.SourceFixAll}.flowlog.join`;
/** Applies every fix of a file's listed problems. */
export const FIX_ALL_KIND = `${CodeActionKind.SourceFixAll}.flowlog`;

/** Quick fixes of problems that there are, for one and for all of its kind. */
export const codeActions: Feature = host => {
  const { connection, documents } = host;
  connection.onCodeAction(
    guarded(host, 'Code actions', null, async (params, token): Promise<CodeAction[] | null> => {
      const document = documents.get(params.textDocument.uri);
      if (!document) return null;
      const { only } = params.context;
      const wanted = (kind: string) =>
        !only || only.some(asked => `${kind}.`.startsWith(`${asked}.`));
      // Who has everything fixed on saving applies all that it is given, and fixing all joins, too.
      const isJoinAsked = !only?.some(
        asked => `${FIX_ALL_KIND}.`.startsWith(`${asked}.`) && asked !== CodeActionKind.Source,
      );
      const actions: CodeAction[] = [];
      if (wanted(CodeActionKind.QuickFix))
        actions.push(...(await quickFixes(document, params, token)));
      if (wanted(JOIN_KIND) && isJoinAsked) actions.push(...joinAll(document, JOIN_KIND));
      if (wanted(FIX_ALL_KIND)) actions.push(...(await fixAll(document, token)));
      return actions;
    }),
  );
  const codeActionKinds = [CodeActionKind.QuickFix, FIX_ALL_KIND, JOIN_KIND];
  return { codeActionProvider: { codeActionKinds } };
};

type Token = { readonly isCancellationRequested: boolean };

async function quickFixes(
  document: OpenDocument,
  { context }: CodeActionParams,
  token: Token,
): Promise<CodeAction[]> {
  const own = context.diagnostics.filter(diagnostic => diagnostic.source === 'flowlog');
  const { problems } = await document.check(token);
  const current = new Set(problems.map(({ fix }) => JSON.stringify(fix)));
  const actions: CodeAction[] = own.flatMap(diagnostic => {
    const fix = (diagnostic.data as DiagnosticData | undefined)?.fix;
    // The text may have changed since the client was told.
    return fix && current.has(JSON.stringify(fix))
      ? [{ ...action(document, fix, CodeActionKind.QuickFix, [diagnostic]), isPreferred: true }]
      : [];
  });
  for (const code of new Set(own.map(diagnostic => diagnostic.code))) {
    const diagnostics = own.filter(diagnostic => diagnostic.code === code);
    if (code === wrappedRecord.code) {
      actions.push(...joinAll(document, CodeActionKind.QuickFix, diagnostics));
    } else if (actions.length > 0) {
      actions.push(...fixSameKind(document, diagnostics, problems));
    }
  }
  return actions;
}

function fixSameKind(
  document: OpenDocument,
  diagnostics: Diagnostic[],
  problems: readonly Problem[],
): CodeAction[] {
  const code = diagnostics[0]!.code;
  const fixes = problems.flatMap(problem => (problem.code === code && problem.fix) || []);
  if (fixes.length < 2) return [];
  const title = `Fix all ${fixes.length} listed problems of ${code}`;
  return [action(document, merge(title, fixes), CodeActionKind.QuickFix, diagnostics)];
}

function joinAll(document: OpenDocument, kind: string, diagnostics?: Diagnostic[]): CodeAction[] {
  const fixes = wrappedFixes(document.table);
  if (fixes.length === 0) return [];
  return [
    action(document, merge(wrappedRecord.fixAllTitle(fixes.length), fixes), kind, diagnostics),
  ];
}

async function fixAll(document: OpenDocument, token: Token): Promise<CodeAction[]> {
  const { problems } = await document.check(token);
  const fixes = problems.flatMap(problem => problem.fix ?? []);
  if (fixes.length === 0) return [];
  const title =
    fixes.length === 1
      ? 'Fix the one listed problem that has a fix'
      : `Fix all ${fixes.length} listed problems that have a fix`;
  return [action(document, merge(title, fixes), FIX_ALL_KIND)];
}

/** One fix of several, leaving out those whose edits would touch another's. */
function merge(title: string, fixes: readonly Fix[]): Fix {
  const edits: Fix['edits'][number][] = [];
  const sorted = [...fixes].sort((a, b) => compare(a.edits[0]!, b.edits[0]!));
  for (const fix of sorted) {
    const last = edits.at(-1);
    const first = fix.edits[0]!;
    const clear =
      !last || last.endLine < first.line || (last.endLine === first.line && last.end < first.start);
    if (clear) edits.push(...fix.edits);
  }
  return { title, edits };
}

function compare(a: Fix['edits'][number], b: Fix['edits'][number]): number {
  return a.line - b.line || a.start - b.start;
}

function action(
  { uri }: OpenDocument,
  { title, edits }: Fix,
  kind: string,
  diagnostics?: Diagnostic[],
): CodeAction {
  return {
    title: visible(title),
    kind,
    ...(diagnostics ? { diagnostics } : {}),
    edit: { changes: { [uri]: edits.map(toTextEdit) } },
  };
}
