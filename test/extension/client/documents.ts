import { Uri, commands, window, workspace, type Event, type TextDocument } from 'vscode';

export const ACCEPTED =
  '2 1234567890 eni-1a2b3c4d 192.0.2.10 10.0.0.5 50122 22 6 20 4249 1710224724 1710224784 ACCEPT OK';
export const REJECTED =
  '2 1234567890 eni-1a2b3c4d 192.0.2.11 10.0.0.5 50123 3389 6 2 104 1710224730 1710224784 REJECT OK';
export const NO_DATA = 'V1 1234567890 eni-1a2b3c4d - - - - - - - 1710224724 1710224784 - NODATA';

let files = 0;

/** Writes a file of its own into the workspace; `*` in its name becomes a number. */
export async function writeLog(name: string, text: string): Promise<Uri> {
  const folder = workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('The tests run in a folder.');
  const uri = Uri.joinPath(folder.uri, 'client-tests', name.replace('*', String(++files)));
  await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

/** Shows a file of its own with that text. */
export async function showLog(name: string, text: string): Promise<TextDocument> {
  return show(await writeLog(name, text));
}

/** Opens a file as a person does; what the API opens is kept for minutes after it was closed. */
export async function show(uri: Uri): Promise<TextDocument> {
  await commands.executeCommand('vscode.open', uri, { preview: false });
  const document = window.activeTextEditor?.document;
  if (document?.uri.toString() !== uri.toString()) throw new Error(`${uri.path} is not shown.`);
  return document;
}

/** Closes the active editor and with it its document. */
export async function close(document: TextDocument): Promise<void> {
  const closed = when(workspace.onDidCloseTextDocument, () => document.isClosed);
  await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await closed;
}

/** Waits until a document has a language. */
export async function hasLanguage(document: TextDocument, language: string): Promise<void> {
  await when(workspace.onDidOpenTextDocument, () => document.languageId === language);
}

/** Waits until something holds that can only change when the event is fired. */
function when<T>(event: Event<T>, holds: () => boolean): Promise<void> {
  return new Promise(resolve => {
    if (holds()) {
      resolve();
      return;
    }
    const subscription = event(() => {
      if (!holds()) return;
      subscription.dispose();
      resolve();
    });
  });
}

/** Opens a flow log and waits for it to be recognised; whatever came before has been looked at. */
export async function letDetectionPass(): Promise<void> {
  await hasLanguage(
    await workspace.openTextDocument(await writeLog('sure-*.log', ACCEPTED)),
    'flowlog',
  );
}
