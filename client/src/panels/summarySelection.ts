import {
  Range,
  Selection,
  TabInputWebview,
  TextEditorRevealType,
  ViewColumn,
  commands,
  window,
  type TextEditor,
  type Uri,
} from 'vscode';
import { openDocument } from './openDocument';

/**
 * Selects lines of a log, from 0, in its editor. Of a file that VS Code shows without a document it
 * can select the first alone; gives whether it can select several.
 */
export async function selectLines(
  uri: Uri,
  lines: readonly number[],
  keepFocus: boolean,
): Promise<boolean> {
  const [first] = lines;
  if (first === undefined) return false;
  const key = uri.toString();
  const wasSeen = window.visibleTextEditors.some(({ document }) => document.uri.toString() === key);
  const editor = await showEditor(uri, keepFocus);
  if (!editor) {
    await openWithoutDocument(uri, first, keepFocus);
    return false;
  }
  const { document } = editor;
  const ranges = lines
    .filter(line => line < document.lineCount)
    .map(line => document.lineAt(line).range);
  if (ranges.length === 0) return true;
  editor.selections = ranges.map(({ start, end }) => new Selection(start, end));
  const { InCenter, InCenterIfOutsideViewport } = TextEditorRevealType;
  // Code lenses that come a moment later push lines down; from the middle none is pushed out of sight.
  editor.revealRange(ranges[0]!, wasSeen ? InCenterIfOutsideViewport : InCenter);
  return true;
}

/** Shows the log where it is shown already, else beside its summary. */
export async function showEditor(uri: Uri, keepFocus: boolean): Promise<TextEditor | undefined> {
  try {
    const document = await openDocument(uri);
    if (!document) return undefined;
    return await window.showTextDocument(document, {
      viewColumn: columnFor(uri),
      preserveFocus: keepFocus,
    });
  } catch {
    return undefined;
  }
}

async function openWithoutDocument(uri: Uri, line: number, keepFocus: boolean): Promise<void> {
  await commands.executeCommand('vscode.open', uri, {
    viewColumn: columnFor(uri),
    preserveFocus: keepFocus,
    // The end of a line that nobody read is as far as it goes.
    selection: new Range(line, 0, line, Number.MAX_SAFE_INTEGER),
  });
}

function columnFor(uri: Uri): ViewColumn {
  const key = uri.toString();
  const group = window.tabGroups.all.find(({ tabs }) =>
    tabs.some(({ input }) => (input as { uri?: Uri } | undefined)?.uri?.toString() === key),
  );
  if (group) return group.viewColumn;
  // Not over the page that leads there.
  const other = window.tabGroups.all.find(
    ({ activeTab }) => !(activeTab?.input instanceof TabInputWebview),
  );
  return other?.viewColumn ?? ViewColumn.Beside;
}
