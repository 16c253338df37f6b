import { TabInputText, l10n, window, workspace, type Uri } from 'vscode';

/** A file's name without its folders. */
export function nameOf(uri: Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

/** What some logs are called together; one has its folders where a tab shows another of its name. */
export function nameOfSet(logs: readonly Uri[]): string {
  const [first] = logs;
  if (!first || logs.length > 1) return l10n.t('{0} logs', logs.length);
  const others = shownFiles().filter(uri => uri.toString() !== first.toString());
  return nameInSet(first, [first, ...others]);
}

function shownFiles(): Uri[] {
  const inputs = window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ input }) => input));
  return inputs.flatMap(input => (input instanceof TabInputText ? [input.uri] : []));
}

/** A log's name, with its folders where another of the set has the same. */
export function nameInSet(log: Uri, logs: readonly Uri[]): string {
  const name = nameOf(log);
  const isOnly = logs.filter(other => nameOf(other) === name).length <= 1;
  return isOnly ? name : workspace.asRelativePath(log);
}

/** The log that something is to be done with; where there are several, the user says which. */
export async function chooseLog(logs: readonly Uri[]): Promise<Uri | undefined> {
  if (logs.length <= 1) return logs[0];
  const items = logs.map(log => ({ label: nameInSet(log, logs), log }));
  const placeHolder = l10n.t('Which of the logs?');
  return (await window.showQuickPick(items, { placeHolder }))?.log;
}
