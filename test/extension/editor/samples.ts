import {
  DiagnosticSeverity,
  Uri,
  languages,
  window,
  workspace,
  type Diagnostic,
  type TextDocument,
  type TextEditor,
} from 'vscode';
import { hasLanguage, show, showLog } from '../client/documents';
import { eventually } from '../support/eventually';

/** Opens a sample, as a person who clicks it does, and waits until it is known for a flow log. */
export async function openSample(name: string): Promise<TextDocument> {
  const document = await show(sampleUri(name));
  await hasLanguage(document, 'flowlog');
  return document;
}

/** Opens a copy of a sample, for a test that changes it: an editor may save what is typed. */
export async function openCopy(name: string): Promise<TextDocument> {
  const text = new TextDecoder().decode(await workspace.fs.readFile(sampleUri(name)));
  const document = await showLog(`copy-*-${name}`, text);
  await hasLanguage(document, 'flowlog');
  return document;
}

function sampleUri(name: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('The tests run in a folder.');
  return Uri.joinPath(folder.uri, name);
}

/** The editor that shows a document; its language was changed, and its editor may be another. */
export function editorOf(document: TextDocument): TextEditor {
  const editor = window.activeTextEditor;
  if (editor?.document !== document) throw new Error(`${document.fileName} is not shown.`);
  return editor;
}

/** Waits until a document's problems are as `check` wants them, and gives them. */
export function problemsOf(
  document: TextDocument,
  check: (problems: readonly Diagnostic[]) => void,
): Promise<readonly Diagnostic[]> {
  return eventually(() => {
    const problems = languages.getDiagnostics(document.uri);
    check(problems);
    return problems;
  });
}

/** The code of a problem; where it is a link, what it is called. */
export function codeOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** A problem in short: `error stray-quotes 6:56-6:63`, counting from 1 as the editor does. */
export function inShort(problem: Diagnostic): string {
  const { start, end } = problem.range;
  const from = `${start.line + 1}:${start.character + 1}`;
  const to = `${end.line + 1}:${end.character + 1}`;
  return `${severityOf(problem)} ${codeOf(problem)} ${from}-${to}`;
}

export function severityOf({ severity }: Diagnostic): string {
  return DiagnosticSeverity[severity].toLowerCase();
}
