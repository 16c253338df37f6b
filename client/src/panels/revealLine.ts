import {
  Selection,
  TextEditorRevealType,
  ViewColumn,
  window,
  workspace,
  type TextEditor,
  type Uri,
} from 'vscode';

/** Selects a line of a log in its editor, from 0. */
export async function revealLine(uri: Uri, line: number): Promise<void> {
  const editor = await showLog(uri);
  const { range } = editor.document.lineAt(Math.min(line, editor.document.lineCount - 1));
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Shows a log where it is shown already, else in the first column. */
export async function showLog(uri: Uri): Promise<TextEditor> {
  const key = uri.toString();
  const visible = window.visibleTextEditors.find(({ document }) => document.uri.toString() === key);
  const column = visible?.viewColumn ?? columnOfTab(key) ?? ViewColumn.One;
  return window.showTextDocument(await workspace.openTextDocument(uri), { viewColumn: column });
}

function columnOfTab(key: string): ViewColumn | undefined {
  const group = window.tabGroups.all.find(({ tabs }) =>
    tabs.some(({ input }) => (input as { uri?: Uri } | undefined)?.uri?.toString() === key),
  );
  return group?.viewColumn;
}
