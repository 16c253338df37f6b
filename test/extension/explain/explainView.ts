import { Uri, commands, window, workspace, type TextEditor } from 'vscode';
import { find, webview } from '../support/page';

export const VIEW = '.story-details';

/** Opens a sample as a person does. */
export async function openSample(name: string): Promise<TextEditor> {
  const folder = workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('The tests run in a folder.');
  await commands.executeCommand('vscode.open', Uri.joinPath(folder.uri, name), { preview: false });
  const editor = window.activeTextEditor;
  if (!editor?.document.uri.path.endsWith(`/${name}`)) throw new Error(`${name} is not shown.`);
  return editor;
}

/** Runs the command and waits for an explanation. */
export async function explain(...args: readonly unknown[]): Promise<void> {
  await commands.executeCommand('flowlog.explainReachability', ...args);
  await find(VIEW);
}

/** What has the focus inside the view: tag, class and text. */
export async function focused(): Promise<string> {
  const frame = await webview('main');
  return frame.evaluate(() => {
    const { document } = globalThis as unknown as FocusedPage;
    const { activeElement } = document;
    if (!activeElement) return '';
    const { tagName, id, className, textContent } = activeElement;
    const name = [tagName.toLowerCase(), id && `#${id}`, className && `.${className}`].join('');
    return tagName === 'BUTTON' ? `${name} ${textContent}` : name;
  });
}

interface FocusedPage {
  readonly document: {
    readonly activeElement: {
      readonly tagName: string;
      readonly id: string;
      readonly className: string;
      readonly textContent: string;
    } | null;
  };
}
