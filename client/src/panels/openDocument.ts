import { workspace, type TextDocument, type Uri } from 'vscode';
import { LARGEST_DOCUMENT } from '../largeFiles/largeFile';

/** The document of a log; undefined where there is none, or where it is too large for one. */
export async function openDocument(uri: Uri): Promise<TextDocument | undefined> {
  const known = documentOf(uri);
  // Opening it would make a new one.
  if (known || isClosedForGood(uri)) return known;
  try {
    // VS Code reads all of a file before it says that it is too large.
    if ((await workspace.fs.stat(uri)).size > LARGEST_DOCUMENT) return undefined;
    return await workspace.openTextDocument(uri);
  } catch {
    return undefined;
  }
}

/** An untitled document that was closed is gone. */
export function isClosedForGood(uri: Uri): boolean {
  return uri.scheme === 'untitled' && !documentOf(uri);
}

function documentOf(uri: Uri): TextDocument | undefined {
  const key = uri.toString();
  return workspace.textDocuments.find(document => document.uri.toString() === key);
}
