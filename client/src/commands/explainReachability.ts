import { TabInputText, Uri, window, type TextEditor } from 'vscode';
import type { FlowLogCommand } from './command';
import { EXPLAIN_REACHABILITY } from './ids';

/**
 * Opens the view that explains reachability. Hovers say which record of which log they mean,
 * `{ uri, line }` with the line from 0, and code lenses which story that begins there,
 * `{ uri, line, code }`; else it is the record under the cursor.
 */
export const explainReachability: FlowLogCommand = {
  id: EXPLAIN_REACHABILITY,
  run({ explainPanels }, argument) {
    const editor = window.activeTextEditor;
    const given = readTarget(argument);
    const uri = given?.uri ?? editor?.document.uri ?? shownFile();
    if (!uri) return;
    const isActive = editor?.document.uri.toString() === uri.toString();
    const line = given?.line ?? (isActive ? lineUnderCursor(editor) : undefined);
    explainPanels.explain(uri, line === undefined ? undefined : { line, code: given?.code });
  },
};

/** A file that is too large for a document has a tab and nothing else. */
function shownFile(): Uri | undefined {
  const { input } = window.tabGroups.activeTabGroup.activeTab ?? {};
  return input instanceof TabInputText ? input.uri : undefined;
}

interface Target {
  readonly uri: Uri;
  readonly line?: number | undefined;
  readonly code?: string | undefined;
}

/** Menus give the address of the document alone. */
function readTarget(argument: unknown): Target | undefined {
  if (argument instanceof Uri) return { uri: argument };
  const { uri, line, code } = (argument ?? {}) as Partial<Record<keyof Target, unknown>>;
  if (typeof uri !== 'string' && !(uri instanceof Uri)) return undefined;
  return {
    uri: typeof uri === 'string' ? Uri.parse(uri) : uri,
    line: typeof line === 'number' ? line : undefined,
    code: typeof code === 'string' ? code : undefined,
  };
}

/** A cursor that was never moved from the beginning points at no record. */
function lineUnderCursor({ selection }: TextEditor): number | undefined {
  const { line, character } = selection.active;
  return selection.isEmpty && line === 0 && character === 0 ? undefined : line;
}
