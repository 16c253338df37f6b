import { workspace, type TextDocument, type Uri } from 'vscode';
import { LARGEST_DOCUMENT } from '../largeFiles/largeFile';

/** The document of a log; undefined where there is none, or where it is too large for one. */
export async function openDocument(uri: Uri): Promise<TextDocument | undefined> {
  const key = uri.toString();
  const known = workspace.textDocuments.find(document => document.uri.toString() === key);
  // An untitled document that was closed is gone; opening it would make a new one.
  if (known || uri.scheme === 'untitled') return known;
  try {
    // VS Code reads all of a file before it says that it is too large.
    if ((await workspace.fs.stat(uri)).size > LARGEST_DOCUMENT) return undefined;
    return await workspace.openTextDocument(uri);
  } catch {
    return undefined;
  }
}
