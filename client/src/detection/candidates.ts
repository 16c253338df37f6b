import type { TextDocument } from 'vscode';

/** Languages of documents whose name says nothing about what is in them. */
const VAGUE_LANGUAGES = new Set(['plaintext', 'log']);

/** Documents that are not files or pastes but views, inputs and older versions. */
const OTHER_SCHEMES = new Set([
  'output',
  'debug',
  'comment',
  'git',
  'vscode-scm',
  'vscode-interactive',
  'vscode-interactive-input',
  'vscode-notebook-cell',
  'vscode-terminal',
  'walkThrough',
  'walkThroughSnippet',
]);

/** Whether a document is one that people open to read, whatever it holds. */
export function isReadByPeople(document: TextDocument): boolean {
  return !OTHER_SCHEMES.has(document.uri.scheme);
}

/** Whether a document may be a flow log for all its name says. */
export function mayBeFlowLog(document: TextDocument): boolean {
  return isReadByPeople(document) && VAGUE_LANGUAGES.has(document.languageId);
}
